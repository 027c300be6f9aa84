using System.Diagnostics;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Testing.Samples;

/// <summary>The built sample as its author runs it: a process of its own with two accounts, and nothing of this environment but the path.</summary>
public sealed class SampleProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("chatauth-sample-");
    private readonly Process _process;

    /// <param name="sample">Its name; the test project references it.</param>
    /// <param name="vendor">What answers its questions.</param>
    /// <param name="owner">Who may do everything in private, such as <c>telegram:7</c>.</param>
    /// <param name="environment">Where its platform is, and what proves that the bot is itself.</param>
    public SampleProcess(string sample, FakeVendor vendor, string owner, params IReadOnlyList<(string Name, string Value)> environment)
    {
        Install(vendor, owner);
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["exec", Path.Combine(Path.GetDirectoryName(typeof(SampleProcess).Assembly.Location)!, $"{sample}.dll")]) { WorkingDirectory = _home.FullName, RedirectStandardError = true };
        var kept = start.Environment.Where(entry => entry.Key is "PATH" or "DOTNET_ROOT" or "SystemRoot").ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept) start.Environment[name] = value;
        start.Environment["HOME"] = _home.FullName;
        start.Environment["CHATAUTH_STATE_DIR"] = State;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _process = Process.Start(start)!;
    }

    private string State => Path.Combine(_home.FullName, "state");

    /// <summary>The next line that it writes about what failed.</summary>
    public Task<string?> ReadFailureAsync() => _process.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _home.Delete(recursive: true);
    }

    private void Install(FakeVendor vendor, string owner)
    {
        var origin = vendor.BaseUrl.GetLeftPart(UriPartial.Authority);
        Write(Path.Combine("agents", "main", "agent", "auth-profiles.json"), $$"""
            { "version": 1, "profiles": {
              "anthropic:work": { "type": "token", "provider": "anthropic", "token": "sk-FAKE-work", "chatauth": { "origin": "{{origin}}" } },
              "anthropic:spare": { "type": "token", "provider": "anthropic", "token": "sk-FAKE-spare", "chatauth": { "origin": "{{origin}}" } } } }
            """);
        Write("chatauth.json", $$"""
            { "ChatAuth": {
              "Providers": [{ "Id": "anthropic", "BaseUrl": "{{vendor.BaseUrl}}" }],
              "Access": { "Rules": [{ "Id": "me", "People": ["{{owner}}"], "Rights": ["all"], "Conversations": ["private"] }] }
            } }
            """);
    }

    /// <summary>What holds secrets is its owner's alone.</summary>
    private void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(State, path));
        for (var missing = file.Directory; missing is { Exists: false }; missing = missing.Parent) MakePrivate(missing.FullName);
        File.WriteAllText(file.FullName, text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static void MakePrivate(string directory)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
        else Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
