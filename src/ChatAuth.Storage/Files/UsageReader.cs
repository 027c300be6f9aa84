using System.Text.Json;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Storage.Files;

/// <summary>Reads what the original knows about the health of a profile.</summary>
internal static class UsageReader
{
    /// <summary>The health; the original's error count includes billing failures, ours does not.</summary>
    public static ProfileHealth Read(JsonElement entry)
    {
        var billing = entry.Find("failureCounts", JsonValueKind.Object)?.Count("billing") ?? 0;
        return new ProfileHealth
        {
            LastUsed = entry.Moment("lastUsed"),
            LastFailure = entry.Moment("lastFailureAt"),
            CooldownUntil = entry.Moment("cooldownUntil"),
            DisabledUntil = entry.Moment("disabledUntil"),
            Reason = ReadReason(entry.Text("disabledReason")),
            Errors = Math.Max(0, entry.Count("errorCount") - billing),
            BillingErrors = billing,
        };
    }

    private static FailureReason? ReadReason(string? name) => name switch
    {
        null => null,
        "auth" => FailureReason.Auth,
        "rate_limit" => FailureReason.RateLimit,
        "billing" => FailureReason.Billing,
        "timeout" => FailureReason.Timeout,
        _ => FailureReason.Unknown,
    };
}
