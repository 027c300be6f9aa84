namespace ChatAuth.Core.Chat;

/// <summary>What is known of a call that failed. It is for the log alone: whoever makes one takes out what could be a secret, and what was asked or answered.</summary>
/// <param name="Stage">How far it had come.</param>
public sealed record VendorCallDetail(CallStage Stage)
{
    /// <summary>The origin that it was sent to; null when it was not.</summary>
    public string? SentTo { get; init; }

    /// <summary>From the request to the failure, by a clock that nobody sets.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The HTTP status; null when none came.</summary>
    public int? Status { get; init; }

    /// <summary>The media type of the answer.</summary>
    public string? MediaType { get; init; }

    /// <summary>How its body was packed, such as <c>gzip</c>; null when it was not.</summary>
    public string? Encoding { get; init; }

    /// <summary>How many bytes of its body were read.</summary>
    public long BytesRead { get; init; }

    /// <summary>The origin that a redirect points to. It was not asked.</summary>
    public string? RedirectedTo { get; init; }

    /// <summary>The vendor's own reference for the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>The vendor's type of error.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The vendor's code of error.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The types of the exceptions that led to it, the outermost first.</summary>
    public string? Causes { get; init; }

    /// <summary>The beginning of what came in place of an answer, at most a few hundred characters on one line.</summary>
    public string? Excerpt { get; init; }
}
