namespace ChatAuth.Core.Chat;

/// <summary>What a probe may cost.</summary>
/// <param name="Tokens">The most that the model may answer.</param>
/// <param name="Patience">For how long an answer is waited for.</param>
internal sealed record ProbeLimits(int Tokens, TimeSpan Patience)
{
    /// <summary>Eight tokens and a minute, in which a server of the operator's own can load a model.</summary>
    public static ProbeLimits Usual { get; } = new(8, TimeSpan.FromMinutes(1));
}
