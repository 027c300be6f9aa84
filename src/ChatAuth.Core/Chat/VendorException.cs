using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Chat;

/// <summary>A vendor's refusal or silence, classified by status and typed error fields only. Its text holds nothing that the vendor wrote.</summary>
public sealed class VendorException : Exception
{
    /// <summary>A call failed.</summary>
    /// <param name="code">
    /// What it means for the person: <see cref="ErrorCode.VendorRefused"/>, <see cref="ErrorCode.VendorLimited"/>, <see cref="ErrorCode.VendorUnpaid"/>,
    /// <see cref="ErrorCode.VendorTimeout"/>, <see cref="ErrorCode.VendorUnavailable"/>, <see cref="ErrorCode.RequestRefused"/>, <see cref="ErrorCode.VendorLacksModel"/>,
    /// <see cref="ErrorCode.VendorAnswerUnusable"/>, <see cref="ErrorCode.OriginRefused"/>, <see cref="ErrorCode.RequestUnsendable"/> or <see cref="ErrorCode.CredentialForClaudeCodeOnly"/>.
    /// </param>
    /// <param name="reason">What it means for the credential's health; null when the client caused it.</param>
    /// <param name="reset">When the vendor says that it serves again; null when it does not say.</param>
    /// <param name="mayHaveBeenCharged">The request may have been served all the same, so nobody else is asked.</param>
    /// <param name="inner">The cause.</param>
    public VendorException(
        ErrorCode code, FailureReason? reason, DateTimeOffset? reset = null, bool mayHaveBeenCharged = false, Exception? inner = null)
        : base(code.Message, inner)
    {
        Code = code;
        Reason = reason;
        Reset = reset;
        MayHaveBeenCharged = mayHaveBeenCharged;
    }

    /// <summary>What it means for the person.</summary>
    public ErrorCode Code { get; }

    /// <summary>What it means for the credential's health.</summary>
    public FailureReason? Reason { get; }

    /// <summary>When the vendor serves again.</summary>
    public DateTimeOffset? Reset { get; }

    /// <summary>The vendor did not know the credential (401), which a login's next access token may cure. Default false.</summary>
    public bool IsUnauthorized { get; init; }

    /// <summary>What the log is told of it; null when nothing more is known.</summary>
    public VendorCallDetail? Detail { get; init; }

    /// <summary>The request may have been served all the same.</summary>
    public bool MayHaveBeenCharged { get; }
}
