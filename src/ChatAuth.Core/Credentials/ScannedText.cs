namespace ChatAuth.Core.Credentials;

/// <summary>A text as the scanner reads it: as it came, or with its pieces joined and the seams remembered.</summary>
/// <param name="chars">The characters.</param>
/// <param name="seams">Empty, or for each character whether something was taken out right before it.</param>
internal readonly ref struct ScannedText(ReadOnlySpan<char> chars, ReadOnlySpan<bool> seams = default)
{
    private readonly ReadOnlySpan<bool> _seams = seams;

    public ReadOnlySpan<char> Chars { get; } = chars;

    public bool IsJoined => !_seams.IsEmpty;

    /// <summary>True where a word may begin, so that <c>task-1</c> is not taken for <c>sk-1</c>.</summary>
    public bool StartsWord(int at) => at == 0 || IsSeam(at) || !Chars[at - 1].IsAny(CharKinds.Word);

    public bool EndsToken(int at) => at == Chars.Length || IsSeam(at) || !Chars[at].IsAny(CharKinds.Token);

    /// <summary>The next seam behind <paramref name="at"/>, at most <paramref name="limit"/>.</summary>
    public int PieceEnd(int at, int limit)
    {
        if (!IsJoined) return limit;
        var seam = _seams[(at + 1)..limit].IndexOf(true);
        return seam < 0 ? limit : at + 1 + seam;
    }

    private bool IsSeam(int at) => IsJoined && _seams[at];
}
