using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Providers.OAuth;
using ChatAuth.Storage.Files;
using ChatAuth.Storage.Imports;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ChatAuth.Storage.Tests.Refresh;

/// <summary>Another process that carries on what is pending, refreshes one login and says what came of it.</summary>
internal static class RefreshingProcess
{
    public const string Work = "refresh";

    private const string Serve = "serve";

    private static readonly ProviderId Anthropic = ProviderId.Parse("anthropic");

    public static ProfileId Profile { get; } = ProfileId.Parse("anthropic:work");

    /// <summary>The home below a state directory, with the login of Claude Code.</summary>
    public static string HomeOf(string state) => Path.Join(state, "home");

    public static Process Start(string journal, string state, AgentId agent, Uri issuer, TimeSpan grace, StopPoint stop = StopPoint.None, bool serves = false) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath!,
        [
            typeof(RefreshingProcess).Assembly.Location, Work, journal, state, agent.Name, issuer.AbsoluteUri,
            grace.TotalSeconds.ToString(CultureInfo.InvariantCulture), stop.ToString(), .. serves ? [Serve] : Array.Empty<string>(),
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
        if (args is [.., Serve])
        {
            await ServeAsync(services);
            return;
        }
        await refresher.RecoverAsync(default);
        var outcome = await refresher.RefreshAsync(agent, Profile, default);
        await Console.Out.WriteLineAsync(outcome.Problem?.Id ?? outcome.GetType().Name);
    }

    /// <summary>Refreshes as a host does, until it is told to end.</summary>
    private static async Task ServeAsync(IServiceProvider services)
    {
        var watches = services.GetServices<IHostedService>().ToList();
        var told = new TaskCompletionSource();
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            told.TrySetResult();
        });
        foreach (var watch in watches) await watch.StartAsync(default);
        await told.Task;
        var stop = Task.WhenAll(watches.Select(watch => watch.StopAsync(default)));
        await Console.Out.WriteLineAsync(stop.IsCompleted ? "idle" : "stopping");
        await stop;
        await Console.Out.WriteLineAsync("stopped");
    }

    /// <summary>Real files, a real journal and HTTP; what belongs to conversations is in memory.</summary>
    public static ServiceProvider Assemble(string journal, string state, Uri issuer, TimeSpan grace, StopPoint stop = StopPoint.None,
        Action<IServiceCollection>? first = null)
    {
        var directory = new RefreshDirectory(journal);
        var settings = new OAuthSettings(Anthropic) { ClientId = "FAKE-client-of-the-operator", TokenUrl = issuer, Grace = grace };
        var services = new ServiceCollection();
        services.AddSingleton(TestWorld.Default with
        {
            OAuth = new Dictionary<ProviderId, OAuthSettings> { [Anthropic] = settings },
            Imports = new Dictionary<string, ImportSettings> { ["claude-cli"] = new("claude-cli", Accepted: true, Refresh: true) },
        });
        first?.Invoke(services);
        services.AddSingleton<IWritableCredentialSource>(new StoppingSource(new ClaudeCodeWriteBack(HomeOf(state), TimeProvider.System), stop));
        services.TryAddSingleton<IRefreshJournal>(new StoppingJournal(new RefreshJournal(directory, TimeProvider.System), stop));
        services.AddSingleton<ICredentialStore>(new StoppingStore(
            new CredentialFileStore(new StateDirectory(state), new FileStoreOptions(), TimeProvider.System), stop));
        services.AddSingleton(new Fingerprints(new byte[32]));
        services.AddChatAuthInMemory();
        services.AddChatAuthCore();
        services.AddChatAuthOAuth();
        return services.BuildServiceProvider();
    }
}
