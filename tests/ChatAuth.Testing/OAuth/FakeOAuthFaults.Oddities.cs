using ChatAuth.Testing.OAuth.Issuer;

namespace ChatAuth.Testing.OAuth;

/// <summary>What an issuer may do and few do; each meets the next exchange that succeeds.</summary>
public sealed partial class FakeOAuthFaults
{
    private readonly Queue<OAuthOddity> _oddities = new();

    /// <summary>The refresh token stays as it is, and the answer holds none (RFC 6749, 6).</summary>
    public void KeepRefreshToken() => Add(new OAuthOddity { KeepsRefreshToken = true });

    /// <summary>Less is granted than before, and the answer says so.</summary>
    public void ShrinkScope(string scope) => Add(new OAuthOddity { Scope = scope });

    /// <summary>The new tokens are another account's.</summary>
    public void AnswerFor(FakeAccount other) => Add(new OAuthOddity { Account = other });

    internal OAuthOddity TakeOddity()
    {
        lock (_gate) return _oddities.TryDequeue(out var oddity) ? oddity : new OAuthOddity();
    }

    private void Add(OAuthOddity oddity)
    {
        lock (_gate) _oddities.Enqueue(oddity);
    }
}
