using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ChatAuth.Core.Credentials;
using ChatAuth.Storage.Files;
using ChatAuth.Storage.Tests.Files;
using ChatAuth.Testing.OAuth;

namespace ChatAuth.Storage.Tests.Refresh;

/// <summary>An issuer, a login whose access token has ended, and processes that want it refreshed.</summary>
internal sealed class RefreshScene : IAsyncDisposable
{
    private readonly TemporaryState _root = new();
    private readonly List<Process> _processes = [];

    private RefreshScene(FakeOAuthServer issuer, FakeOAuthMode mode)
    {
        Issuer = issuer;
        Login = issuer.MintLogin();
        Grace = mode is FakeOAuthMode.Grace ? TimeSpan.FromSeconds(30) : TimeSpan.Zero;
    }

    public FakeOAuthServer Issuer { get; }

    /// <summary>The login at the beginning.</summary>
    public FakeLogin Login { get; }

    public TimeSpan Grace { get; }

    public string Journal => Path.Join(_root.Root, "user", "chatauth", "refresh");

    private string Borrowed => Path.Join(RefreshingProcess.HomeOf(StateOf("one")), ".claude", ".credentials.json");

    public static async Task<RefreshScene> SetAsync(FakeOAuthMode mode, FakeOAuthOptions? options = null)
    {
        var scene = new RefreshScene(await FakeOAuthServer.StartAsync((options ?? new FakeOAuthOptions()) with { Mode = mode }), mode);
        await scene.PutAsync("one", AgentId.Main);
        return scene;
    }

    public string StateOf(string name) => Path.Join(_root.Root, name);

    public CredentialFileStore Open(string name) => new(new StateDirectory(StateOf(name)), new FileStoreOptions(), TimeProvider.System);

    /// <summary>Stores a copy of the login that the scene began with.</summary>
    public Task PutAsync(string name, AgentId agent)
    {
        var ended = Login.Credential with { };
        var entry = new StoredCredential(
            RefreshingProcess.Profile, RefreshingProcess.Profile.Provider, new Credential.OAuth(ended.Access, ended.Refresh, DateTimeOffset.UtcNow.AddMinutes(-1)));
        return Open(name).EditAsync(agent, _ => [new CredentialEdit.Put(entry)], default);
    }

    /// <summary>Stores the login as one that is borrowed from Claude Code, which holds it too.</summary>
    public async Task BorrowAsync()
    {
        await Open("one").EditAsync(AgentId.Main, set => [new CredentialEdit.Put(set.Credentials.Single() with { IsImport = true, Source = "claude-cli" })], default);
        _root.Write(Borrowed, Encoding.UTF8.GetBytes(
            $$$"""{"claudeAiOauth":{"accessToken":"{{{Login.Access}}}","refreshToken":"{{{Login.Refresh}}}","expiresAt":1}}"""));
    }

    /// <summary>The refresh token that Claude Code holds; its locks grow old, as they do in the minute after a kill.</summary>
    public async Task<string> BorrowedTokenAsync()
    {
        foreach (var held in Directory.EnumerateDirectories(RefreshingProcess.HomeOf(StateOf("one")), "*.lock", SearchOption.AllDirectories).ToList())
        {
            Directory.SetLastWriteTimeUtc(held, DateTime.UtcNow.AddMinutes(-2));
        }
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(Borrowed));
        return json.RootElement.GetProperty("claudeAiOauth").GetProperty("refreshToken").GetString()!;
    }

    /// <summary>How many refreshes are pending.</summary>
    public int CountPending() => new RefreshJournal(new RefreshDirectory(Journal), TimeProvider.System).ListPending().Count;

    public async Task<StoredCredential> FindAsync(string name = "one", AgentId agent = default) =>
        (await Open(name).LoadAsync(agent, default)).Credentials.Single(entry => entry.Id == RefreshingProcess.Profile);

    /// <summary>The refresh token that is stored.</summary>
    public async Task<string> StoredTokenAsync() => ((Credential.OAuth)(await FindAsync()).Credential).Refresh!.Reveal();

    public Process Start(StopPoint stop = StopPoint.None, string name = "one", AgentId agent = default, bool serves = false)
    {
        var process = RefreshingProcess.Start(Journal, StateOf(name), agent, Issuer.TokenUrl, Grace, stop, serves);
        _processes.Add(process);
        return process;
    }

    /// <summary>Runs a process to its end; what it said last.</summary>
    public async Task<string> RunAsync()
    {
        using var process = Start();
        _processes.Remove(process);
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Trim();
    }

    /// <summary>A process refreshes and is killed at this point.</summary>
    public async Task KillAtAsync(StopPoint stop)
    {
        var held = stop switch
        {
            StopPoint.AfterSend => Issuer.Faults.Hold(),
            StopPoint.AfterCommit => Issuer.Faults.Hold(afterCommit: true),
            StopPoint.InsideAnswer => Issuer.Faults.HoldInside(),
            _ => null,
        };
        using var process = Start(stop);
        _processes.Remove(process);
        if (held is not null)
        {
            await held.Arrived;
            process.Kill();
        }
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited) process.Kill();
            process.Dispose();
        }
        await Issuer.DisposeAsync();
        _root.Dispose();
    }
}
