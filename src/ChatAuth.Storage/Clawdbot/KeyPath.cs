using ChatAuth.Core.Credentials;

namespace ChatAuth.Storage.Clawdbot;

/// <summary>The way to a place in a foreign file.</summary>
/// <param name="Text">The keys, a line each.</param>
internal readonly record struct KeyPath(string Text)
{
    private const int LongestKey = 80;

    /// <summary>The whole file.</summary>
    public static KeyPath Root { get; } = new("");

    /// <summary>How many keys it has.</summary>
    public int Depth => Text.Length == 0 ? 0 : Text.AsSpan().Count('\n') + 1;

    /// <summary>The last key.</summary>
    public string Key => Text[(Text.LastIndexOf('\n') + 1)..];

    public KeyPath Then(string key)
    {
        var line = key.ReplaceLineEndings(" ");
        return new(Text.Length == 0 ? line : $"{Text}\n{line}");
    }

    /// <summary>It for people: no key that could be a secret, or that a terminal would take for more than a name.</summary>
    public string Shown => string.Join('.', Text.Split('\n').Select(key => IsName(key) ? key : "?"));

    private static bool IsName(string key) =>
        key.Length is > 0 and <= LongestKey
        && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':' or '@' or '+' or '/' or '$' or '[' or ']')
        && !SecretInput.IsSuspect(key);
}
