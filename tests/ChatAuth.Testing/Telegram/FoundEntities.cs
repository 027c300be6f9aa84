namespace ChatAuth.Testing.Telegram;

/// <summary>The commands and mentions that Telegram finds in a text by itself. Links, addresses and tags are not looked for.</summary>
internal static class FoundEntities
{
    private const int LongestCommand = 64;
    private const int ShortestAddress = 3;
    private const int ShortestMention = 4;
    private const int LongestName = 32;

    public static IReadOnlyList<FakeEntity> In(string text)
    {
        var found = new List<FakeEntity>();
        for (var at = 0; at < text.Length; at++)
        {
            var length = text[at] switch { '/' => Command(text, at), '@' => Mention(text, at), _ => 0 };
            if (length == 0) continue;
            found.Add(new FakeEntity(text[at] == '/' ? "bot_command" : "mention", at, length));
            at += length - 1;
        }
        return found;
    }

    /// <summary>What was given, and what is found beside it.</summary>
    public static IReadOnlyList<FakeEntity> Beside(IReadOnlyList<FakeEntity> given, string text) =>
    [
        .. given.Concat(In(text).Where(found => !given.Any(entity => entity.Offset < found.End && found.Offset < entity.End)))
            .OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length),
    ];

    private static int Command(string text, int at)
    {
        if (at > 0 && (IsWord(text[at - 1]) || text[at - 1] is '/' or '<' or '>')) return 0;
        var end = NameEnd(text, at + 1);
        if (end - at - 1 is < 1 or > LongestCommand) return 0;
        if (end < text.Length && text[end] == '@')
        {
            var addressed = NameEnd(text, end + 1);
            if (addressed - end - 1 is < ShortestAddress or > LongestName) return 0;
            end = addressed;
        }
        return end < text.Length && (IsWord(text[end]) || text[end] is '/' or '<' or '>') ? 0 : end - at;
    }

    private static int Mention(string text, int at)
    {
        if (at > 0 && IsWord(text[at - 1])) return 0;
        var end = NameEnd(text, at + 1);
        return end - at - 1 is < ShortestMention or > LongestName || (end < text.Length && IsWord(text[end])) ? 0 : end - at;
    }

    private static int NameEnd(string text, int from)
    {
        while (from < text.Length && (char.IsAsciiLetterOrDigit(text[from]) || text[from] == '_')) from++;
        return from;
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character == '_';
}
