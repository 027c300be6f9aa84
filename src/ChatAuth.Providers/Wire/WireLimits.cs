namespace ChatAuth.Providers.Wire;

/// <summary>How long a vendor is waited for, and how much of its answer is taken.</summary>
internal sealed record WireLimits
{
    /// <summary>Until the head of the answer. An answer in one piece begins when it is complete, so this is long.</summary>
    public TimeSpan Head { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Until the body of a refusal, which stands without it.</summary>
    public TimeSpan Refused { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Between two parts of an answer that has begun.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Until the end of an answer that has begun, whatever keeps arriving.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Bytes of an answer, whole or streamed.</summary>
    public long Answer { get; init; } = 32 * 1024 * 1024;

    /// <summary>Bytes of a refusal that are looked at.</summary>
    public int Refusal { get; init; } = 64 * 1024;
}
