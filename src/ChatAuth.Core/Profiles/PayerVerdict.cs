using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Profiles;

/// <summary>How the payer that would be charged compares with the one that was charged last.</summary>
public enum PayerChange
{
    /// <summary>It is the same.</summary>
    None,

    /// <summary>It is another, and the reply to a person's choice named it.</summary>
    Acknowledged,

    /// <summary>It is another, and a person's consent names it.</summary>
    Consented,

    /// <summary>It is another; the answer says so.</summary>
    Announced,

    /// <summary>It is another; a person is asked first.</summary>
    Asked,

    /// <summary>It is another, and was declined.</summary>
    Denied,
}

/// <summary>The comparison of the payer before a send.</summary>
/// <param name="Change">What it found.</param>
/// <param name="From">Who was charged last, or would be if every profile were usable; null when nobody can be named.</param>
/// <param name="Consent">The consent that names the change; null when none does.</param>
public sealed record PayerVerdict(PayerChange Change, Payer? From, Consent? Consent = null);
