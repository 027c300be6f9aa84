using ChatAuth.Storage.Clawdbot;
using ChatAuth.Storage.Tests.Imports;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Storage.Tests.Clawdbot;

/// <summary>An installation of Clawdbot in a temporary home.</summary>
internal sealed class ClawdbotHome : IDisposable
{
    private readonly TemporaryHome _home = new();

    public string Path => System.IO.Path.Combine(_home.Root, ".clawdbot");

    public void Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void WriteProfiles(string agent, string profiles) =>
        Write($"agents/{agent}/agent/auth-profiles.json", $$"""{ "version": 1, "profiles": { {{profiles}} } }""");

    public ClawdbotReading Read() => ClawdbotDirectory.Read(Path, [ProfileId.Parse("anthropic:claude-cli")]);

    public void Dispose() => _home.Dispose();
}
