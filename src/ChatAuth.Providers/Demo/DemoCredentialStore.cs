using System.Globalization;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Providers.Demo;

/// <summary>
/// The built-in profiles of <c>--demo</c>: several a provider, in every state, with times counted from the start of the program, so that everything
/// can be seen. Nothing in it is a secret, and nothing is written.
/// </summary>
internal sealed class DemoCredentialStore : ICredentialStore
{
    private readonly CredentialSet _set;

    public DemoCredentialStore(TimeProvider time)
    {
        var start = time.GetUtcNow();
        _set = new CredentialSet(
            [
                Login("anthropic:work", start, start.AddDays(20)),
                Login("anthropic:personal", start, start.AddHours(5)),
                Token("anthropic:old", start, start.AddDays(-2)),
                Key("anthropic:api", start),
                Key("openai:work", start),
                Key("openai:spare", start),
                Login("google:me+tag@example.com", start, start.AddDays(6)),
                Key("google:unpaid", start),
            ],
            new Dictionary<ProviderId, IReadOnlyList<ProfileId>>(),
            new Dictionary<ProfileId, ProfileHealth>
            {
                [ProfileId.Parse("openai:spare")] = new() { Errors = 3, Reason = FailureReason.RateLimit, LastFailure = start, CooldownUntil = start.AddMinutes(25) },
                [ProfileId.Parse("google:unpaid")] = new() { BillingErrors = 1, Reason = FailureReason.Billing, LastFailure = start, DisabledUntil = start.AddHours(5) },
            },
            "built into the demonstration");
    }

    public ValueTask<CredentialSet> LoadAsync(AgentId agent, CancellationToken cancellationToken) => new(_set);

    public Task<CredentialSet> EditAsync(AgentId agent, Func<CredentialSet, IReadOnlyList<CredentialEdit>> decide, CancellationToken cancellationToken) =>
        throw new ChatAuthException(ErrorCode.StoreUnwritable, "the demonstration keeps no store");

    /// <summary>A sign-in id makes the payer outlive a start, while the start is part of the secret: health begins afresh each time.</summary>
    private static StoredCredential Login(string id, DateTimeOffset start, DateTimeOffset ends) =>
        Stored(id, new Credential.OAuth(Fake(id, "access", start), Fake(id, "refresh", start), ends));

    private static StoredCredential Token(string id, DateTimeOffset start, DateTimeOffset ends) =>
        Stored(id, new Credential.Token(Fake(id, "token", start), ends));

    private static StoredCredential Key(string id, DateTimeOffset start) => Stored(id, new Credential.ApiKey(Fake(id, "key", start)));

    private static StoredCredential Stored(string id, Credential credential)
    {
        var profile = ProfileId.Parse(id);
        return new StoredCredential(profile, profile.Provider, credential, SignIn: $"demo-{id}", Source: "demo");
    }

    private static Secret? Fake(string id, string kind, DateTimeOffset start)
    {
        Secret.TryCreate(string.Create(CultureInfo.InvariantCulture, $"demo-{kind}-of-{id}-{start.UtcTicks}"), out var secret);
        return secret;
    }
}
