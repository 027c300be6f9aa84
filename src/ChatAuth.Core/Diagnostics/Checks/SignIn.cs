using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics.Checks;

/// <summary>How a credential is replaced: a login of another program there, a key of the environment where it is set, and everything else here.</summary>
/// <param name="sources">The programs whose logins are imported.</param>
internal sealed class SignIn(IEnumerable<ICredentialSource> sources)
{
    /// <summary>What the entries of the original are renewed by, also where nobody imports them.</summary>
    private static readonly Dictionary<string, string> Programs = new()
    {
        ["anthropic:claude-cli"] = "claude setup-token",
        ["openai-codex:codex-cli"] = "codex login",
    };

    /// <summary>What to run for an entry of an agent.</summary>
    public string RemedyFor(StoredAgent agent, ProfileId id, ProviderId provider, Credential credential, string source)
    {
        if (sources.FirstOrDefault(known => known.Profile == id) is { } imported) return imported.SignInCommand;
        if (Programs.TryGetValue(id.ToString(), out var command)) return command;
        if (source.Contains(' ', StringComparison.Ordinal)) return $"Set {source[(source.LastIndexOf(' ') + 1)..]} anew.";
        var method = credential switch
        {
            Credential.OAuth => "login",
            Credential.Token => "paste-token",
            _ => "paste-api-key",
        };
        return $"chatauth models auth {method} --provider {provider} --profile-id {id}{agent.Option}";
    }

    /// <summary>What to run where a provider has nothing.</summary>
    public static string RemedyFor(ProviderId provider) => $"chatauth models auth paste-api-key --provider {provider}";
}
