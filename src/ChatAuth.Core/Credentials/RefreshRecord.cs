namespace ChatAuth.Core.Credentials;

/// <summary>What the journal says about one refresh token.</summary>
/// <param name="First">The exchange that was begun; null when none was.</param>
/// <param name="Second">The one attempt that followed when nobody knew what became of the first; null when there was none.</param>
/// <param name="Answer">The answer as it came; null while there is none.</param>
/// <param name="End">How it ended: the token is never sent again. Null while it has not.</param>
public sealed record RefreshRecord(RefreshIntent? First, RefreshIntent? Second, RawTokenAnswer? Answer, RefreshEnd? End)
{
    /// <summary>Nothing was ever begun.</summary>
    public static RefreshRecord Blank { get; } = new(null, null, null, null);

    /// <summary>The exchange that was begun last.</summary>
    public RefreshIntent? Last => Second ?? First;

    /// <summary>The record after a further intent.</summary>
    public RefreshRecord With(RefreshIntent intent) => First is null
        ? this with { First = intent, Answer = null }
        : this with { Second = intent, Answer = null };

    /// <summary>The record after the last intent was taken back.</summary>
    public RefreshRecord WithoutLast() => Second is null ? Blank : this with { Second = null, Answer = null };
}
