namespace ChatAuth.Storage.Imports;

/// <summary>Where logins of other programs are looked for.</summary>
/// <param name="Home">The user's home directory; empty: nowhere.</param>
/// <param name="CodexHome">What <c>CODEX_HOME</c> says; null or empty is <c>~/.codex</c>.</param>
/// <param name="KeychainProgram">The absolute path of the program that reads the Keychain; null where there is none.</param>
public sealed record ImportPlaces(string Home, string? CodexHome = null, string? KeychainProgram = null)
{
    /// <summary>Those of this process's user.</summary>
    /// <param name="home">The home directory.</param>
    /// <param name="variables">The environment variables.</param>
    public static ImportPlaces Of(string home, IReadOnlyDictionary<string, string> variables) =>
        new(home, variables.GetValueOrDefault("CODEX_HOME"), OperatingSystem.IsMacOS() ? "/usr/bin/security" : null);
}
