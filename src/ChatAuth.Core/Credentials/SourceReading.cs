namespace ChatAuth.Core.Credentials;

/// <summary>What a source holds.</summary>
public abstract record SourceReading
{
    private protected SourceReading() { }

    /// <summary>No login is there.</summary>
    public sealed record Nothing : SourceReading;

    /// <summary>A login.</summary>
    /// <param name="Credential">The token or OAuth login.</param>
    /// <param name="Email">Its e-mail as the program keeps it; it proves nothing. Private.</param>
    public sealed record Login(Credential Credential, string? Email = null) : SourceReading;

    /// <summary>Something is there that cannot be used.</summary>
    /// <param name="Why">Why, as a sentence without any content.</param>
    public sealed record Unusable(string Why) : SourceReading;
}
