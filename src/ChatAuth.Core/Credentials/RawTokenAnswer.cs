namespace ChatAuth.Core.Credentials;

/// <summary>An answer as it came.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">At most 64 KB. It holds secrets: it goes to the journal and the parser, nowhere else.</param>
public sealed record RawTokenAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>How long the issuer wants to be left alone (RFC 9110, 10.2.3); null when not stated.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
