namespace ChatAuth.Core.Credentials;

/// <summary>What a vendor says about a token.</summary>
public abstract record AccountAnswer
{
    private protected AccountAnswer() { }

    /// <summary>It names the account.</summary>
    /// <param name="Account">The vendor's own id of who is charged: account and organisation. Private.</param>
    /// <param name="Email">The e-mail that it states; null when none. Private.</param>
    public sealed record Stated(string Account, string? Email) : AccountAnswer;

    /// <summary>It does not accept the token.</summary>
    public sealed record TokenRefused : AccountAnswer;

    /// <summary>It could not be asked, or said nothing that can be used.</summary>
    /// <param name="Why">Why, as a sentence for the operator.</param>
    public sealed record Unknown(string Why) : AccountAnswer;
}
