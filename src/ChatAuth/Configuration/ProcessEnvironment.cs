using System.Collections;

namespace ChatAuth.Configuration;

/// <summary>What the configuration takes from the process around it.</summary>
/// <param name="Variables">The environment variables.</param>
/// <param name="Home">The user's home directory; empty when there is none.</param>
internal sealed record ProcessEnvironment(IReadOnlyDictionary<string, string> Variables, string Home)
{
    /// <summary>That of this process, as it is now.</summary>
    public static ProcessEnvironment Current => new(
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? ""),
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
}
