using System.Buffers;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Storage.Variables;

/// <summary>
/// Asks the user's login shell for the keys that its profile sets. What the profile itself prints stands outside of two random markers. Nothing of this
/// process's environment is handed on.
/// </summary>
internal sealed class LoginShell(TimeProvider time, Func<ShellAccount?> account, TimeSpan longest)
{
    /// <summary>What it is called in a source and in a fault.</summary>
    public const string Place = "login shell";

    /// <summary>In bytes, what the profile prints included.</summary>
    private const int MaxOutput = 2 * 1024 * 1024;

    public LoginShell(TimeProvider time) : this(time, ShellAccount.Find, TimeSpan.FromSeconds(5)) { }

    /// <summary>Runs it once and takes the names of the table from what it answers.</summary>
    public FoundVariables Ask()
    {
        if (OperatingSystem.IsWindows() || account() is not { } user) return Failed("The user database names none for this user.");
        var marker = RandomNumberGenerator.GetHexString(32, lowercase: true);
        using var shell = ShellProcess.Start(user.Shell, ["-l", "-c", $"printf %s {marker}; /usr/bin/env -0; printf %s {marker}"],
        [
            $"HOME={user.Home}", $"USER={user.Name}", $"LOGNAME={user.Name}", $"SHELL={user.Shell}", "PATH=/usr/local/bin:/usr/bin:/bin", "TERM=dumb",
        ]);
        return shell is null ? Failed("It cannot be started.") : Listen(shell, Encoding.ASCII.GetBytes(marker));
    }

    [UnsupportedOSPlatform("windows")]
    private FoundVariables Listen(ShellProcess shell, byte[] marker)
    {
        var started = time.GetTimestamp();
        var output = new ArrayBufferWriter<byte>();
        while (shell.WaitForOutput(longest - time.GetElapsedTime(started)))
        {
            var read = shell.Read(output.GetSpan(8 * 1024));
            if (read == 0) return Failed("It ended without an answer.");
            output.Advance(read);
            if (output.WrittenCount > MaxOutput) return Failed("It printed more than 2 MiB.");
            if (Between(output.WrittenSpan, marker) is { IsEmpty: false } answer) return Read(answer);
        }
        return Failed(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"It gave no answer within {longest.TotalSeconds:0.#} s."));
    }

    /// <summary>What stands between the markers; empty while the second one has not come.</summary>
    private static ReadOnlySpan<byte> Between(ReadOnlySpan<byte> output, ReadOnlySpan<byte> marker)
    {
        if (output.IndexOf(marker) is not (>= 0 and var first)) return default;
        var answer = output[(first + marker.Length)..];
        return answer.IndexOf(marker) is >= 0 and var second ? answer[..second] : default;
    }

    private static FoundVariables Read(ReadOnlySpan<byte> answer)
    {
        var texts = new Dictionary<string, string>();
        foreach (var range in answer.Split((byte)0))
        {
            var entry = answer[range];
            var equals = entry.IndexOf((byte)'=');
            if (equals > 0 && ProviderVariables.FindName(entry[..equals]) is { } name) texts[name] = Encoding.Latin1.GetString(entry[(equals + 1)..]);
        }
        return FoundVariables.In(Place, texts.GetValueOrDefault);
    }

    private static FoundVariables Failed(string why) => FoundVariables.Unread($"The {Place} told nothing. {why}");
}
