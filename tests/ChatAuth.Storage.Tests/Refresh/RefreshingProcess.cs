using System.Diagnostics;
using System.Globalization;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Providers.OAuth;
using ChatAuth.Storage.Files;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Storage.Tests.Refresh;

/// <summary>Another process that carries on what is pending, refreshes one login and says what came of it.</summary>
internal static class RefreshingProcess
{
    public const string Work = "refresh";

    private static readonly ProviderId Anthropic = ProviderId.Parse("anthropic");

    public static ProfileId Profile { get; } = ProfileId.Parse("anthropic:work");

    public static Process Start(string journal, string state, AgentId agent, Uri issuer, TimeSpan grace, StopPoint stop = StopPoint.None) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath!,
        [
            typeof(RefreshingProcess).Assembly.Location, Work, journal, state, agent.Name, issuer.AbsoluteUri,
            grace.TotalSeconds.ToString(CultureInfo.InvariantCulture), stop.ToString(),
        ])
    {
        RedirectStandardOutput = true,
    })!;

    public static async Task RunAsync(string[] args)
    {
        if (!AgentId.TryParse(args[2], out var agent)) throw new ArgumentException("No agent.", nameof(args));
        var grace = TimeSpan.FromSeconds(double.Parse(args[4], CultureInfo.InvariantCulture));
        await using var services = Assemble(args[0], args[1], new Uri(args[3]), grace, Enum.Parse<StopPoint>(args[5]));
        var refresher = services.GetRequiredService<OAuthRefresher>();
        await Console.Out.WriteLineAsync("ready");
        await refresher.RecoverAsync(default);
        var outcome = await refresher.RefreshAsync(agent, Profile, default);
        await Console.Out.WriteLineAsync(outcome.Problem?.Id ?? outcome.GetType().Name);
    }

    /// <summary>Real files, a real journal and HTTP; what belongs to conversations is in memory.</summary>
    public static ServiceProvider Assemble(string journal, string state, Uri issuer, TimeSpan grace, StopPoint stop = StopPoint.None)
    {
        var directory = new RefreshDirectory(journal);
        var settings = new OAuthSettings(Anthropic) { ClientId = "FAKE-client-of-the-operator", TokenUrl = issuer, Grace = grace };
        var services = new ServiceCollection();
        services.AddSingleton(TestWorld.Default with { OAuth = new Dictionary<ProviderId, OAuthSettings> { [Anthropic] = settings } });
        services.AddSingleton<IRefreshJournal>(new StoppingJournal(new RefreshJournal(directory, TimeProvider.System), stop));
        services.AddSingleton<ICredentialStore>(new StoppingStore(
            new CredentialFileStore(new StateDirectory(state), new FileStoreOptions(), TimeProvider.System), stop));
        services.AddSingleton(new Fingerprints(new byte[32]));
        services.AddChatAuthInMemory();
        services.AddChatAuthCore();
        services.AddChatAuthOAuth();
        return services.BuildServiceProvider();
    }
}
