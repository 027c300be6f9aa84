namespace ChatAuth.Core.Profiles;

/// <summary>Why a credential failed. What the client caused (400, 404, 413, 422) is no reason: it never touches health.</summary>
public enum FailureReason
{
    /// <summary>Nothing more is known.</summary>
    Unknown,

    /// <summary>The vendor refused the credential (401, 403).</summary>
    Auth,

    /// <summary>Too many requests, or a quota is used up (429).</summary>
    RateLimit,

    /// <summary>The account cannot pay (402).</summary>
    Billing,

    /// <summary>No answer in time (408, 504).</summary>
    Timeout,

    /// <summary>The vendor is overloaded or broken (5xx).</summary>
    Overloaded,
}
