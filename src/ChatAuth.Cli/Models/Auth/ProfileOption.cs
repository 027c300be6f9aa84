using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models.Auth;

/// <summary>The profile that a credential is stored under.</summary>
internal static class ProfileOption
{
    public static Option<string?> Create(string usual) => new("--profile-id")
    {
        Description = $"The profile, provider:name or the name alone. Default: {usual}.",
        HelpName = "ID",
    };

    /// <summary>Reads it.</summary>
    /// <param name="host">Knows what brings in profiles of its own.</param>
    /// <param name="provider">The provider that was named.</param>
    /// <param name="typed">What was typed; null for nothing.</param>
    /// <param name="usual">The name where nothing was typed.</param>
    /// <param name="id">The profile.</param>
    /// <returns>What speaks against it; null when nothing does.</returns>
    public static ErrorCode? Read(CliHost host, ProviderId provider, string? typed, string usual, out ProfileId id)
    {
        typed ??= usual;
        id = default;
        if (SecretInput.IsSuspect(typed)) return ErrorCode.SecretInArgument;
        if (!ProfileId.TryParse(typed.Contains(':') ? typed : $"{provider}:{typed}", out var read)) return ErrorCode.Usage;
        if (read.Provider != provider) return ErrorCode.ProfileOfOtherProvider;
        id = read;
        return IsReserved(host, read) ? ErrorCode.ProfileReserved : null;
    }

    private static bool IsReserved(CliHost host, ProfileId id) =>
        id.Name.Equals("env", StringComparison.OrdinalIgnoreCase) || host.All<ICredentialSource>().Any(source => source.Profile == id);
}
