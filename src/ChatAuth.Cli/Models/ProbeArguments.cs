using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary>What is probed, as it was typed.</summary>
/// <param name="Provider">The provider; null for every one.</param>
/// <param name="Profiles">The profiles; empty for every one.</param>
/// <param name="Models">The models, or <see cref="Every"/>; empty for one of each provider.</param>
/// <param name="Run">How, for the main agent.</param>
internal sealed record ProbeArguments(string? Provider, IReadOnlyList<string> Profiles, IReadOnlyList<string> Models, ProbeRun Run)
{
    private const string Every = "all";

    /// <summary>Looks the names up; what is known nowhere is an error and never shown.</summary>
    /// <returns>The scope, or the exit code.</returns>
    public (ProbeScope? Scope, int ExitCode) Resolve(CliHost host, ModelCatalog catalog, ProfileRoster roster)
    {
        ProviderId? provider = null;
        if (Provider is not null)
        {
            if (!ProviderId.TryParse(Provider, out var named) || (!catalog.Providers.Contains(named) && !roster.Providers.Contains(named)))
            {
                return (null, host.Fail(SecretInput.IsSuspect(Provider) ? ErrorCode.SecretInArgument : ErrorCode.ProviderUnknown, "--probe-provider"));
            }
            provider = named;
        }
        var profiles = new List<ProfileId>();
        foreach (var typed in Profiles)
        {
            if (!ProfileId.TryParse(typed, out var id) || roster.Find(id) is null)
            {
                return (null, host.Fail(SecretInput.IsSuspect(typed) ? ErrorCode.SecretInArgument : ErrorCode.ProfileUnknown, "--probe-profile"));
            }
            profiles.Add(id);
        }
        var models = new List<ModelRef>();
        foreach (var typed in Models.Where(typed => typed != Every))
        {
            var fault = TypedModel.Find(catalog, typed, out var model);
            if (fault is null && !catalog.Allows(model)) fault = ErrorCode.ModelNotAllowed;
            if (fault is not null) return (null, TypedModel.Fail(host, fault, catalog, typed));
            models.Add(model);
        }
        return (new ProbeScope(provider, profiles, models, Models.Contains(Every)), ExitCodes.Ok);
    }
}
