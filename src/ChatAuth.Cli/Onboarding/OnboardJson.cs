using System.Text.Json;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Onboarding;

/// <summary>The same as one JSON object.</summary>
internal static class OnboardJson
{
    public static void Write(Utf8JsonWriter json, CliHost host, Found found, OnboardResult result, Proof proof, string? claim)
    {
        json.WriteStartObject("found");
        json.WriteStrings("environment", found.Environment.Select(key => key.Source));
        json.WriteStrings("logins", found.Logins.Where(login => login.Reading is SourceReading.Login).Select(login => login.Source.Name));
        json.WriteString("clawdbot", found.Clawdbot?.Directory);
        json.WriteEndObject();
        json.WriteStartArray("stored");
        foreach (var (agent, entry) in result.Stored)
        {
            json.WriteStartObject();
            json.WriteString("profileId", entry.Id.ToString());
            json.WriteString("type", entry.Credential.Kind);
            json.WriteString("agentId", agent.Name);
            json.WriteBoolean("withoutRefresh", result.Shortened.Any(login => login.Id == entry.Id));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("configPath", host.Get<StatePaths>().Configuration);
        json.WriteBoolean("configChanged", result.Edit is { IsSaved: true });
        json.WriteStrings("leftAlone", result.Edit?.LeftAlone.Select(left => left.Key) ?? []);
        json.WriteStartArray("unmapped");
        foreach (var key in result.Unmapped)
        {
            json.WriteStartObject();
            json.WriteString("path", key.Path);
            json.WriteString("reason", Kebab.Of(key.Reason));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("model", proof.Model.ToString());
        json.WriteBoolean("canBeCalled", proof.CanBeCalled);
        WritePayer(json, proof);
        json.WriteString("claim", claim);
    }

    private static void WritePayer(Utf8JsonWriter json, Proof proof)
    {
        if (proof.Payer is not { } payer)
        {
            json.WriteNull("paidBy");
            return;
        }
        json.WriteStartObject("paidBy");
        json.WriteString("profileId", payer.Id.ToString());
        json.WriteString("label", payer.Label);
        json.WriteString("type", payer.Credential.Kind);
        json.WriteString("billing", Kebab.Of(payer.Billing));
        json.WriteEndObject();
    }
}
