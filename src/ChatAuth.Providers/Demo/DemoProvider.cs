using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using Microsoft.Extensions.AI;

namespace ChatAuth.Providers.Demo;

/// <summary>The embedded provider <c>demo</c>, in every installation: it needs no network and says which model and profile it was handed.</summary>
/// <param name="servesEverybody">It answers for every vendor, each reply marked <c>[demo]</c>.</param>
internal sealed class DemoProvider(bool servesEverybody) : IModelProvider
{
    public static readonly ProviderId Demo = ProviderId.Parse("demo");

    public IReadOnlyList<StoredCredential> BuiltInCredentials { get; } = [MakeCredential()];

    public bool Serves(ProviderId provider) => servesEverybody || provider == Demo;

    public IChatClient CreateClient(ModelRef model, AuthProfile profile, ProviderEndpoint? endpoint, SendPermit permit) =>
        new EchoChatClient(model, profile, permit, servesEverybody ? "[demo] " : "");

    private static StoredCredential MakeCredential()
    {
        Secret.TryCreate("no-secret-is-needed-here", out var text);
        return new StoredCredential(new ProfileId(Demo, "echo"), Demo, new Credential.ApiKey(text), Source: "built-in");
    }
}
