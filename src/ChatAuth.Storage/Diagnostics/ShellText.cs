namespace ChatAuth.Storage.Diagnostics;

/// <summary>Paths in commands that can be pasted.</summary>
internal static class ShellText
{
    /// <summary>The path as one word of a shell.</summary>
    public static string Of(string path) =>
        path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-') ? path : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
