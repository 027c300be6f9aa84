using System.Text.Json;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Models;

/// <summary>The part <c>auth.oauth</c> of the status: how long each credential lasts, and the worst of each provider.</summary>
internal static class LifetimeJson
{
    public static void Write(Utf8JsonWriter json, StatusView view)
    {
        var report = view.Report;
        json.WriteNumber("warnAfterMs", (long)view.Settings.WarnWithin.TotalMilliseconds);
        json.WriteStartArray("profiles");
        foreach (var provider in report.Providers)
        {
            foreach (var profile in provider.Profiles) WriteProfile(json, profile, report.At);
        }
        json.WriteEndArray();
        json.WriteStartArray("providers");
        foreach (var provider in report.Providers) WriteProvider(json, provider, report.At);
        json.WriteEndArray();
    }

    private static void WriteProfile(Utf8JsonWriter json, ProfileReport report, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteString("profileId", report.Profile.Id.ToString());
        json.WriteString("provider", report.Profile.Provider.Name);
        json.WriteString("type", report.Profile.Credential.Kind);
        json.WriteString("status", Kebab.Of(report.Status));
        WriteEnd(json, report.Profile.Credential.Expires, now);
        json.WriteString("source", report.Profile.Source);
        json.WriteString("label", report.Profile.Label);
        json.WriteEndObject();
    }

    private static void WriteProvider(Utf8JsonWriter json, ProviderReport provider, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteString("provider", provider.Provider.Name);
        json.WriteString("status", Kebab.Of(CredentialStatuses.RollUp(provider.Profiles.Select(profile => profile.Status))));
        WriteEnd(json, provider.Profiles.Min(profile => profile.Profile.Credential.Expires), now);
        json.WriteStrings("profiles", provider.Profiles.Select(profile => profile.Profile.Id.ToString()));
        json.WriteEndObject();
    }

    private static void WriteEnd(Utf8JsonWriter json, DateTimeOffset? ends, DateTimeOffset now)
    {
        if (ends is null) return;
        json.WriteMoment("expiresAt", ends);
        json.WriteRemaining("remainingMs", ends, now);
    }
}
