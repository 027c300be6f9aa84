using System.Text.Json;
using ChatAuth.Channels;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Sessions;

/// <summary>A decision of the resolver as JSON.</summary>
internal static class WhyJson
{
    public static void Write(Utf8JsonWriter json, CommandReply.Why reply)
    {
        var resolution = reply.Resolution;
        json.WriteString("model", resolution.Model.Ref.ToString());
        json.WriteString("next", resolution.Next?.Name);
        json.WriteString("decidedBy", Kebab.Of(resolution.DecidedBy));
        json.WriteString("rule", resolution.Rule);
        json.WriteString("refusal", resolution.Refusal?.Id);
        json.WriteMoment("refusedUntil", resolution.RefusedUntil);
        json.WriteString("payerChange", resolution.PayerChange is { } change ? Kebab.Of(change) : null);
        json.WriteStartArray("candidates");
        foreach (var candidate in resolution.Candidates)
        {
            json.WriteStartObject();
            json.WriteString("profileId", candidate.Profile.Name);
            json.WriteString("type", candidate.Kind);
            json.WriteString("billing", Kebab.Of(candidate.Profile.Billing));
            json.WriteString("state", Kebab.Of(candidate.State));
            json.WriteString("reason", Kebab.Of(candidate.Reason));
            json.WriteMoment("until", candidate.Until);
            if (candidate.Rest is { } rest)
            {
                json.WriteString("restReason", Kebab.Of(rest.Reason));
                json.WriteBoolean("namedByVendor", rest.EndIsVendors);
            }
            json.WriteString("rule", candidate.Rule);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStrings("notices", reply.Notices.Select(notice => notice.ToPlainText()));
    }
}
