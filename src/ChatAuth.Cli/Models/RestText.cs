using System.Text.Json;
using ChatAuth.Channels;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary>Why and until when a credential rests, in words and as JSON.</summary>
internal static class RestText
{
    /// <summary><c>cooling (rate limit), over in 5m, at 2026-03-01 12:05 UTC, as its vendor says</c>.</summary>
    public static string Of(Rest rest, DateTimeOffset now) =>
        $"{(rest.IsDisabled ? "disabled" : "cooling")} ({ReplyWords.Of(rest.Reason)}), over {Remaining.Text(rest.Until, now)}, at {RelativeTime.Absolute(rest.Until)}"
        + (rest.EndIsVendors ? ", as its vendor says" : "");

    /// <summary>The members of an object about a profile.</summary>
    public static void Write(Utf8JsonWriter json, AuthProfile profile, Rest rest, DateTimeOffset now)
    {
        json.WriteString("profileId", profile.Id.ToString());
        json.WriteString("provider", profile.Provider.Name);
        json.WriteString("kind", rest.IsDisabled ? "disabled" : "cooldown");
        json.WriteString("reason", Kebab.Of(rest.Reason));
        json.WriteString("scope", "agent");
        json.WriteMoment("until", rest.Until);
        json.WriteRemaining("remainingMs", rest.Until, now);
        json.WriteBoolean("namedByVendor", rest.EndIsVendors);
    }
}
