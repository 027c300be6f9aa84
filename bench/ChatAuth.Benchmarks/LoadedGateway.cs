using System.Diagnostics;
using ChatAuth.Testing.Discord;

namespace ChatAuth.Benchmarks;

/// <summary>The gateway in a process of its own, on a state directory with fake keys, with a bot on a fake of Discord.</summary>
internal sealed class LoadedGateway : IDisposable
{
    private static readonly string[] Profiles = ["work", "home", "spare", "old", "team"];
    private readonly Process _process;

    private LoadedGateway(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>What all its threads have used of processors.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public double PeakMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1048576.0;
        }
    }

    /// <summary>Starts it; everybody of the guild may do everything there. It is ready when this returns.</summary>
    public static async Task<LoadedGateway> StartAsync(string state, DiscordSigner discord)
    {
        Installation.Create(state, Profiles).Dispose();
        var start = new ProcessStartInfo(Dotnet, ["exec", Path.Join(AppContext.BaseDirectory, "ChatAuth.Gateway.dll")]) { RedirectStandardOutput = true };
        start.Environment["CHATAUTH_STATE_DIR"] = state;
        start.Environment["CHATAUTH__GATEWAY__LISTEN"] = "http://127.0.0.1:0";
        start.Environment["CHATAUTH__DISCORD__APPLICATIONID"] = discord.Application;
        start.Environment["CHATAUTH__DISCORD__PUBLICKEY"] = discord.PublicKey;
        start.Environment["CHATAUTH__DISCORD__TOKEN"] = discord.Token;
        start.Environment["CHATAUTH__DISCORD__BASEURL"] = new Uri(discord.BaseUrl, "api/v10").ToString();
        start.Environment["CHATAUTH__ACCESS__RULES__0__ID"] = "bench";
        start.Environment["CHATAUTH__ACCESS__RULES__0__RIGHTS__0"] = "all";
        start.Environment["CHATAUTH__ACCESS__RULES__0__CONVERSATIONS__0"] = $"space:discord:{discord.Guild}";
        for (var i = 0; i < Profiles.Length; i++)
        {
            start.Environment[$"CHATAUTH__AUTH__PROFILES__{i}__ID"] = $"anthropic:{Profiles[i]}";
            start.Environment[$"CHATAUTH__AUTH__PROFILES__{i}__SHARED"] = "true";
        }
        var process = Process.Start(start)!;
        string? line;
        do line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The gateway ended.");
        while (!line.Contains("Listening at ", StringComparison.Ordinal));
        _ = process.StandardOutput.ReadToEndAsync();
        var gateway = new LoadedGateway(process, new Uri(line.Split(' ')[^1]));
        using var http = new HttpClient { BaseAddress = gateway.Address };
        while (!(await http.GetAsync(new Uri("/readyz", UriKind.Relative))).IsSuccessStatusCode) await Task.Delay(50);
        return gateway;
    }

    public async Task<List<LoadConnection>> ConnectAsync(int count)
    {
        var connections = new List<LoadConnection>();
        for (var i = 0; i < count; i++) connections.Add(await LoadConnection.OpenAsync(Address));
        return connections;
    }

    /// <summary>The bytes of a request as they go over the wire.</summary>
    public byte[] BytesOf(FakeDiscordSignedRequest request) => LoadConnection.BytesOf(Address, request);

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}
