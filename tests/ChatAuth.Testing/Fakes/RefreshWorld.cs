using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Testing.Fakes;

/// <summary>A world in which the operator lets us refresh the logins of Anthropic, and of Claude Code.</summary>
public sealed class RefreshWorld : IAsyncDisposable
{
    public const string Work = "anthropic:work";

    public static readonly ProfileId WorkId = ProfileId.Parse(Work);

    public RefreshWorld(
        TimeSpan? grace = null, Action<IServiceCollection>? services = null, Func<ChatAuthSettings, ChatAuthSettings>? configure = null)
    {
        var settings = new OAuthSettings(ProviderId.Parse("anthropic"))
        {
            ClientId = "fake-client",
            TokenUrl = new Uri("https://issuer.example/token"),
            Grace = grace ?? TimeSpan.FromSeconds(60),
        };
        World = new TestWorld(
            world => (configure?.Invoke(world) ?? world) with
            {
                OAuth = new Dictionary<ProviderId, OAuthSettings> { [settings.Provider] = settings },
                Imports = new Dictionary<string, ImportSettings> { ["claude-cli"] = new("claude-cli", Accepted: true, Refresh: true) },
            },
            collection =>
            {
                services?.Invoke(collection);
                collection.AddSingleton<ITokenEndpoint>(Issuer);
            });
        Settings = settings;
    }

    public TestWorld World { get; }

    public ScriptedTokenEndpoint Issuer { get; } = new();

    public OAuthSettings Settings { get; }

    public OAuthRefresher Refresher => World.Services.GetRequiredService<OAuthRefresher>();

    public IRefreshJournal Journal => World.Services.GetRequiredService<IRefreshJournal>();

    /// <summary>The entry of <see cref="Work"/> as it is stored.</summary>
    public StoredCredential Stored => Find(Work)!;

    /// <summary>The login of <see cref="Work"/> as it is stored.</summary>
    public Credential.OAuth Login => (Credential.OAuth)Stored.Credential;

    public static Secret SecretOf(string text) => Secret.TryCreate(text, out var secret) ? secret! : throw new FormatException("It is no secret.");

    /// <summary>Stores a login with <c>fake-refresh-0</c> that ends so long from now.</summary>
    public RefreshWorld Put(TimeSpan ends, Func<StoredCredential, StoredCredential>? change = null)
    {
        var entry = new StoredCredential(
            WorkId, WorkId.Provider, new Credential.OAuth(SecretOf("fake-access-0"), SecretOf("fake-refresh-0"), World.Time.GetUtcNow() + ends));
        World.Credentials.Put(change?.Invoke(entry) ?? entry);
        return this;
    }

    public StoredCredential? Find(string id) =>
        World.Credentials.LoadAsync(AgentId.Main, default).AsTask().Result.Credentials.FirstOrDefault(entry => entry.Id == ProfileId.Parse(id));

    public Task<RefreshOutcome> Refresh() => Refresher.RefreshAsync(AgentId.Main, WorkId, default);

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
