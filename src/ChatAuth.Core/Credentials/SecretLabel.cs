namespace ChatAuth.Core.Credentials;

/// <summary>The name that stands before a value: <c>api_key</c> in <c>api_key = "…"</c>.</summary>
internal static class SecretLabel
{
    private const int Longest = 32;
    private static readonly string[] Nouns = ["key", "token", "secret", "password", "passwd"];

    /// <summary>The label of the value that begins at <paramref name="start"/>, empty where no <c>=</c> or <c>:</c> names it.</summary>
    public static ReadOnlySpan<char> Before(ReadOnlySpan<char> text, int start, out bool quoted)
    {
        var at = BackOverFiller(text, start);
        quoted = false;
        if (at == 0 || text[at - 1] is not ('=' or ':')) return [];
        while (at > 0 && text[at - 1] is '=' or ':') at--;
        var end = BackOverFiller(text, at);
        quoted = end < text.Length && text[end] is '"' or '\\';
        var from = end;
        while (from > 0 && end - from < Longest && text[from - 1].IsAny(CharKinds.Token)) from--;
        return text[from..end];
    }

    /// <summary>True for <c>API_KEY</c> or <c>password</c>; not for what is public by its name, as in <c>PublicKeyToken</c>.</summary>
    public static bool NamesSecret(ReadOnlySpan<char> label)
    {
        if (label.Contains("public", StringComparison.OrdinalIgnoreCase)) return false;
        foreach (var noun in Nouns)
        {
            if (label.EndsWith(noun, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static int BackOverFiller(ReadOnlySpan<char> text, int at)
    {
        while (at > 0 && SplitText.IsFiller(text[at - 1])) at--;
        return at;
    }
}
