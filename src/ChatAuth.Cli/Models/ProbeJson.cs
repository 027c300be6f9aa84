using System.Text.Json;

namespace ChatAuth.Cli.Models;

/// <summary>The part <c>auth.probes</c> of the status: one object a profile and model.</summary>
internal static class ProbeJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ProbeRow> rows)
    {
        json.WriteStartArray("probes");
        foreach (var (result, profile, remedy) in rows)
        {
            json.WriteStartObject();
            json.WriteString("provider", result.Target.Provider.Name);
            json.WriteString("profileId", result.Target.Profile.ToString());
            json.WriteString("model", result.Target.Model?.ToString());
            json.WriteString("source", profile?.Source);
            json.WriteString("mode", profile?.Credential.Kind);
            json.WriteString("status", result.Status);
            json.WriteString("code", result.Code?.Id);
            json.WriteString("error", result.Code?.Message);
            json.WriteString("remedy", remedy);
            if (result.Took is { } took) json.WriteNumber("latencyMs", (long)took.TotalMilliseconds);
            else json.WriteNull("latencyMs");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
