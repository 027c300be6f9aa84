using ChatAuth.Core.Errors;

namespace ChatAuth.Core.Diagnostics;

/// <summary>The words for what came of a probe. They are the original's, and stable for ever; a hyphen stands where it has an underscore.</summary>
public static class ProbeStatus
{
    /// <summary>The vendor answered.</summary>
    public const string Answered = "ok";

    /// <summary>The vendor refused the credential.</summary>
    public const string Refused = "auth";

    /// <summary>The vendor's limit is reached for the account.</summary>
    public const string Limited = "rate-limit";

    /// <summary>The account cannot pay.</summary>
    public const string Unpaid = "billing";

    /// <summary>No answer in time.</summary>
    public const string Late = "timeout";

    /// <summary>The vendor refused the request itself, such as a model that it does not have.</summary>
    public const string Malformed = "format";

    /// <summary>The vendor cannot be reached, or its answer says nothing of the credential.</summary>
    public const string Unknown = "unknown";

    /// <summary>Nothing was sent: nobody configured a model of that provider.</summary>
    public const string NoModel = "no-model";

    /// <summary>Nothing was sent: the profile is spent in other conversations only.</summary>
    public const string ServesElsewhere = "serves-elsewhere";

    /// <summary>The word for a vendor's failure.</summary>
    internal static string Of(ErrorCode code) =>
        code == ErrorCode.VendorRefused || code == ErrorCode.CredentialForClaudeCodeOnly ? Refused
        : code == ErrorCode.VendorLimited ? Limited
        : code == ErrorCode.VendorUnpaid ? Unpaid
        : code == ErrorCode.VendorTimeout ? Late
        : code == ErrorCode.RequestRefused || code == ErrorCode.VendorLacksModel ? Malformed
        : Unknown;
}
