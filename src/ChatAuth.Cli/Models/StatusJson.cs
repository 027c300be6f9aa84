using System.Text.Json;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary>The status as JSON, with the original's names; without its masked keys, because a mask shows characters.</summary>
internal static class StatusJson
{
    public static void Write(Utf8JsonWriter json, StatusView view)
    {
        var catalog = view.Settings.Catalog;
        json.WriteString("configPath", view.Paths.Configuration);
        json.WriteString("agentDir", view.Agent.Directory);
        json.WriteString("defaultModel", catalog.Default.ToString());
        json.WriteString("resolvedDefault", catalog.Default.ToString());
        json.WriteStrings("fallbacks", catalog.Fallbacks);
        json.WriteNull("imageModel");
        json.WriteStrings("imageFallbacks", Array.Empty<string>());
        json.WriteStartObject("aliases");
        foreach (var alias in catalog.Aliases.Keys.Order(StringComparer.Ordinal)) json.WriteString(alias, catalog.Aliases[alias].Ref.ToString());
        json.WriteEndObject();
        json.WriteStrings("allowed", catalog.Allowed ?? []);
        json.WriteStartObject("auth");
        WriteAuth(json, view);
        json.WriteEndObject();
    }

    private static void WriteAuth(Utf8JsonWriter json, StatusView view)
    {
        var providers = view.Report.Providers;
        json.WriteString("storePath", view.Agent.StorePath);
        json.WriteStartObject("shellEnvFallback");
        json.WriteBoolean("enabled", view.Settings.LoginShell);
        json.WriteStrings("appliedKeys", view.Environment.ShellKeys);
        json.WriteEndObject();
        json.WriteStrings("environmentFaults", view.Environment.Faults.Concat(view.Environment.Warnings));
        json.WriteStrings("providersWithOAuth", providers
            .Where(provider => provider.Profiles.Any(IsLogin))
            .Select(provider => $"{provider.Provider} ({provider.Profiles.Count(IsLogin)})"));
        json.WriteStrings("missingProvidersInUse", providers.Where(provider => provider is { IsInUse: true, Profiles.Count: 0 }).Select(provider => provider.Provider.Name));
        json.WriteStartArray("providers");
        foreach (var provider in providers) WriteProvider(json, view, provider);
        json.WriteEndArray();
        json.WriteStartArray("unusableProfiles");
        foreach (var (profile, rest) in Resting(view.Report)) WriteResting(json, profile, rest, view.Report.At);
        json.WriteEndArray();
        ImportJson.Write(json, view.Imports);
        json.WriteStartObject("oauth");
        LifetimeJson.Write(json, view);
        json.WriteEndObject();
        if (view.Probes is { } probes) ProbeJson.Write(json, probes);
    }

    private static void WriteProvider(Utf8JsonWriter json, StatusView view, ProviderReport provider)
    {
        var key = provider.Profiles.Select(profile => profile.Profile).FirstOrDefault(view.Environment.Holds);
        var (kind, detail) = EffectiveOf(provider, key, view);
        json.WriteStartObject();
        json.WriteString("provider", provider.Provider.Name);
        json.WriteStartObject("effective");
        json.WriteString("kind", kind);
        json.WriteString("detail", detail);
        json.WriteEndObject();
        json.WriteStartObject("profiles");
        json.WriteNumber("count", provider.Profiles.Count);
        json.WriteNumber("oauth", provider.Profiles.Count(profile => profile.Profile.Credential is Credential.OAuth));
        json.WriteNumber("token", provider.Profiles.Count(profile => profile.Profile.Credential is Credential.Token));
        json.WriteNumber("apiKey", provider.Profiles.Count(profile => profile.Profile.Credential is Credential.ApiKey));
        json.WriteStrings("labels", provider.Profiles.Select(profile => $"{profile.Profile.Id}={profile.Profile.Credential.Kind}"));
        json.WriteEndObject();
        if (key is not null)
        {
            json.WriteStartObject("env");
            json.WriteString("source", key.Source);
            json.WriteEndObject();
        }
        if (StatusRemedy.For(provider, view) is { Count: > 0 } remedies) json.WriteStrings("remedies", remedies);
        json.WriteStartArray("candidates");
        foreach (var candidate in provider.Resolution.Candidates) WriteCandidate(json, candidate, view.Report.At);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The environment's where its key serves next, or is the only one.</summary>
    private static (string Kind, string Detail) EffectiveOf(ProviderReport provider, AuthProfile? key, StatusView view) => provider switch
    {
        { Profiles.Count: 0 } => ("missing", "missing"),
        _ when key is not null && (provider.Profiles.Count == 1 || provider.Resolution.Chosen?.Id == key.Id) => ("env", key.Source),
        _ when provider.Profiles.All(profile => profile.Profile.Source == "built-in") => ("built-in", "built into this program"),
        _ => ("profiles", view.Agent.StorePath),
    };

    private static void WriteCandidate(Utf8JsonWriter json, Candidate candidate, DateTimeOffset now)
    {
        var ends = candidate.Profile?.Credential.Expires;
        json.WriteStartObject();
        json.WriteString("profileId", candidate.Id.ToString());
        json.WriteString("type", candidate.Profile?.Credential.Kind);
        json.WriteString("state", Kebab.Of(candidate.State));
        json.WriteString("reason", Kebab.Of(candidate.Reason));
        json.WriteMoment("expiresAt", ends);
        json.WriteRemaining("remainingMs", ends, now);
        json.WriteBoolean("next", candidate.Reason is CandidateReason.Chosen);
        json.WriteEndObject();
    }

    private static bool IsLogin(ProfileReport profile) => profile.Profile.Credential is Credential.OAuth or Credential.Token;

    private static IEnumerable<(AuthProfile Profile, Rest Because)> Resting(CredentialReport report) => report.Providers
        .SelectMany(provider => provider.Profiles)
        .Select(profile => (profile.Profile, Because: profile.Health.RestAt(report.At)!))
        .Where(resting => resting.Because is not null)
        .OrderBy(resting => resting.Because.Until);

    private static void WriteResting(Utf8JsonWriter json, AuthProfile profile, Rest rest, DateTimeOffset now)
    {
        json.WriteStartObject();
        RestText.Write(json, profile, rest, now);
        json.WriteEndObject();
    }
}
