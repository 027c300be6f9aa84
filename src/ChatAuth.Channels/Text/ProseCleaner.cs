namespace ChatAuth.Channels;

/// <summary>Cleans an answer part by part: a character whose halves come in two parts stays whole.</summary>
internal sealed class ProseCleaner
{
    private string _half = "";

    /// <summary>What can be shown with this part.</summary>
    public string Next(string part)
    {
        var text = _half + part;
        var whole = text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length;
        _half = text[whole..];
        return CleanText.Prose(text[..whole]);
    }
}
