namespace ChatAuth.Channels;

/// <summary>A piece of a line of a reply.</summary>
internal readonly record struct TextSpan(string Text, TextStyle Style)
{
    /// <summary>It makes columns only where all letters are equally wide.</summary>
    public bool IsPadding => Text.Length > 1 && string.IsNullOrWhiteSpace(Text);
}

/// <summary>What a span is to its reader; how that looks is the channel's.</summary>
internal enum TextStyle
{
    Plain,
    Strong,
    Good,
    Warn,
    Bad,
    Dim,

    /// <summary>Something to type, sent as code where that exists.</summary>
    Command,
}
