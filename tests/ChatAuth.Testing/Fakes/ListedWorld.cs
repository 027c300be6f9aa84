using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Testing.Fakes;

/// <summary>A world whose vendors tell which models each profile may use.</summary>
public sealed class ListedWorld : IAsyncDisposable
{
    public ListedWorld(Func<ChatAuthSettings, ChatAuthSettings>? configure = null, Action<IServiceCollection>? services = null) => World = new TestWorld(configure, collection =>
    {
        services?.Invoke(collection);
        collection.AddSingleton<IModelLister>(Lister);
    });

    public TestWorld World { get; }

    public ScriptedLister Lister { get; } = new();

    public IListingCache Cache => World.Services.GetRequiredService<IListingCache>();

    public ListingRefresher Refresher => World.Services.GetRequiredService<ListingRefresher>();

    /// <summary>Asks every vendor now.</summary>
    public Task<IReadOnlyList<ListingOutcome>> RefreshAsync(Func<AuthProfile, bool>? wanted = null) => Refresher.RefreshAsync(AgentId.Main, wanted ?? (_ => true), default);

    /// <summary>Stores keys, says what they are offered, and asks.</summary>
    public async Task<ListedWorld> WithAsync(params (string Profile, string[] Models)[] offers)
    {
        foreach (var (profile, models) in offers)
        {
            World.Credentials.Key(profile);
            Lister.Offer(profile, models);
        }
        await RefreshAsync();
        return this;
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
