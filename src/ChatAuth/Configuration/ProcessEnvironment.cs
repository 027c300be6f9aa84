using System.Collections;

namespace ChatAuth.Configuration;

/// <summary>What the configuration takes from the process around it.</summary>
/// <param name="Variables">The environment variables.</param>
/// <param name="Home">The user's home directory; empty when there is none.</param>
internal sealed record ProcessEnvironment(IReadOnlyDictionary<string, string> Variables, string Home)
{
    /// <summary>That of this process, as it is now.</summary>
    public static ProcessEnvironment Current
    {
        get
        {
            var variables = new Dictionary<string, string>();
            foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            {
                variables[(string)variable.Key] = (string?)variable.Value ?? "";
            }
            return new(variables, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
        }
    }
}
