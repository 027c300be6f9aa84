namespace ChatAuth.Testing.Telegram;

/// <summary>A span of a text, in UTF-16 units.</summary>
/// <param name="Type">Such as <c>bot_command</c> or <c>code</c>.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Url">Where a <c>text_link</c> leads.</param>
public sealed record FakeEntity(string Type, int Offset, int Length, string? Url = null)
{
    internal int End => Offset + Length;

    /// <summary>The span itself.</summary>
    public string In(string text) => text.Substring(Offset, Length);
}
