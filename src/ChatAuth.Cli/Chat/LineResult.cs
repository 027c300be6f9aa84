namespace ChatAuth.Cli.Chat;

/// <summary>How the editing of a line ended.</summary>
internal abstract record LineResult
{
    private LineResult()
    {
    }

    /// <summary>It was entered; the text holds no line break and no control character.</summary>
    public sealed record Line(string Text) : LineResult;

    /// <summary>Ctrl-C on an empty line.</summary>
    public sealed record Cancelled : LineResult;

    /// <summary>Ctrl-D on an empty line, or the terminal is gone.</summary>
    public sealed record EndOfInput : LineResult;
}
