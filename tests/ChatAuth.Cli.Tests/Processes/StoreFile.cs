using System.Globalization;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>The main agent's <c>auth-profiles.json</c> in the state directory of a process.</summary>
internal sealed class StoreFile(CliProcess cli)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Path { get; } = System.IO.Path.Combine(cli.State, "agents", "main", "agent", "auth-profiles.json");

    public byte[] Bytes => File.ReadAllBytes(Path);

    /// <summary>One entry of a provider's credential.</summary>
    public static string Key(string id, string key = "fake-key") => $$"""
        "{{id}}": { "type": "api_key", "provider": "{{id.Split(':')[0]}}", "key": "{{key}}" }
        """;

    public static string Token(string id, TimeSpan endsIn, string token = "fake-token") => $$"""
        "{{id}}": { "type": "token", "provider": "{{id.Split(':')[0]}}", "token": "{{token}}", "expires": {{Milliseconds(endsIn)}} }
        """;

    public static string Login(string id, string access, string refresh) => $$"""
        "{{id}}": { "type": "oauth", "provider": "{{id.Split(':')[0]}}", "access": "{{access}}", "refresh": "{{refresh}}", "expires": {{Milliseconds(TimeSpan.FromDays(9))}} }
        """;

    /// <summary>The entry as it is stored for an endpoint of the operator's own.</summary>
    public static string At(string origin, string entry) => entry.Replace("{ \"type\"", $"{{ \"chatauth\": {{ \"origin\": \"{origin}\" }}, \"type\"", StringComparison.Ordinal);

    public void WriteProfiles(params string[] entries) => Write($$"""{ "version": 1, "profiles": { {{string.Join(", ", entries)}} } }""");

    /// <summary>Writes it for its owner alone.</summary>
    public void Write(string json)
    {
        var directory = System.IO.Path.GetDirectoryName(Path)!;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
        else
        {
            foreach (var path in (string[])[cli.State, $"{cli.State}/agents", $"{cli.State}/agents/main", directory])
                Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
        File.WriteAllText(Path, json);
        SetMode(OwnerOnly);
    }

    public void SetMode(UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, mode);
    }

    private static string Milliseconds(TimeSpan endsIn) => (DateTimeOffset.UtcNow + endsIn).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
