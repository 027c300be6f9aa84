using System.ComponentModel;
using System.Diagnostics;

namespace ChatAuth.Cli.Hosting;

/// <summary>Runs another program on this terminal, without what is ours in its environment.</summary>
internal static class ChildProgram
{
    private static readonly string[] Ours = ["ANTHROPIC_", "CHATAUTH"];
    private static readonly string[] Secrets = ["KEY", "TOKEN", "SECRET", "PASSWORD", "PASSWD", "CREDENTIALS"];

    /// <summary>Runs it to its end. It has this terminal, and Ctrl-C is for both.</summary>
    /// <param name="words">The program, looked for on the path, and its arguments; never a secret among them.</param>
    /// <param name="cancellationToken">Leaves it to itself.</param>
    /// <returns>Its exit code; null when there is no such program.</returns>
    public static async Task<int?> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(words[0], words[1..]) { UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(IsWithheld).ToList()) start.Environment.Remove(name);
        try
        {
            using var process = Process.Start(start);
            if (process is null) return null;
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return process.ExitCode;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Whether a variable is kept from other programs: what is ours, and whatever is named like a secret.</summary>
    public static bool IsWithheld(string name) =>
        Array.Exists(Ours, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        || Array.Exists(Secrets, noun => name.EndsWith(noun, StringComparison.OrdinalIgnoreCase));
}
