using System.Net.Http.Headers;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Providers.Wire;

/// <summary>What a refusal means, by its status and typed fields. Types and codes are those of the vendors' public API references.</summary>
internal static class VendorRefusal
{
    public static VendorException Of(int status, HttpResponseHeaders headers, VendorError error, DateTimeOffset now, VendorCallDetail detail)
    {
        var (code, reason) = status switch
        {
            // The sentence comes with the status of a malformed request, which anybody's message can cause: it is advice there, and no fault of the account.
            400 when error.IsForClaudeCodeOnly => (ErrorCode.CredentialForClaudeCodeOnly, (FailureReason?)null),
            401 or 403 when error.IsForClaudeCodeOnly => (ErrorCode.CredentialForClaudeCodeOnly, FailureReason.Auth),
            _ when IsUnpaid(status, error) => (ErrorCode.VendorUnpaid, FailureReason.Billing),
            // Anthropic says so by a sentence alone, as the error of a malformed request. The person is told; but text never decides about money: a message can
            // be made to be repeated in an error, and would have the account disabled and another one charged.
            400 when error.IsOutOfCredit => (ErrorCode.VendorUnpaid, null),
            // What one person wrote says nothing of the key that others share.
            403 when error.IsFlagged => (ErrorCode.RequestRefused, null),
            401 or 403 => (ErrorCode.VendorRefused, FailureReason.Auth),
            429 => (ErrorCode.VendorLimited, FailureReason.RateLimit),
            408 or 504 => (ErrorCode.VendorTimeout, FailureReason.Timeout),
            404 when error is { Type: "not_found_error" } or { Code: "model_not_found" } => (ErrorCode.VendorLacksModel, null),
            >= 500 => (ErrorCode.VendorUnavailable, FailureReason.Overloaded),
            >= 400 => (ErrorCode.RequestRefused, null),
            // Redirects and the like: nobody has served it, and where it points to is not asked.
            _ => (ErrorCode.VendorAnswerUnusable, null),
        };
        var reset = reason is FailureReason.RateLimit or FailureReason.Overloaded ? VendorReset.Read(headers, now) : null;
        return new VendorException(code, reason, reset, IsOfIntermediary(status)) { IsUnauthorized = status is 401, Detail = detail };
    }

    /// <summary>OpenAI tells an exhausted budget from a limit by a code of the same status.</summary>
    private static bool IsUnpaid(int status, VendorError error) =>
        status is 402
        || (status is 429 && (error.Type is "insufficient_quota" || error.Code is "insufficient_quota" or "billing_not_active"))
        || (status is 400 or 403 && (error.Type is "billing_error" || error.Code is "billing_hard_limit_reached"));

    /// <summary>Somebody before the vendor lost the answer: the vendor may have served it.</summary>
    private static bool IsOfIntermediary(int status) => status is 502 or 504 or (>= 520 and <= 527);
}
