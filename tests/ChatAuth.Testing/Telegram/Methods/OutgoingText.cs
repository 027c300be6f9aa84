using System.Text;

namespace ChatAuth.Testing.Telegram;

/// <summary>The text of a bot, with the entities that it gives and those that Telegram finds.</summary>
internal static class OutgoingText
{
    public static (string Text, IReadOnlyList<FakeEntity> Entities) Read(TelegramCall call)
    {
        var text = call.Text("text") ?? "";
        if (text.Length == 0) throw TelegramRefusal.BadRequest("message text is empty");
        if (Encoding.UTF8.GetByteCount(text) > TelegramLimits.RawTextBytes) throw TelegramRefusal.BadRequest("text is too long");
        var (plain, given) = call.Text("parse_mode") switch
        {
            null or "" or "None" => (text, OutgoingEntities.Read(call.Json("entities"), text)),
            var mode when mode.Equals("HTML", StringComparison.OrdinalIgnoreCase) => HtmlText.Parse(text),
            var mode => throw Unknown(call, mode),
        };
        return Trim(plain, given);
    }

    /// <summary>What only Telegram's core refuses, after all else was found right.</summary>
    public static void Weigh(string text)
    {
        if (text.Length > TelegramLimits.Text) throw TelegramRefusal.BadRequest("message is too long");
    }

    /// <summary>Blanks go at both ends, but for those that an entity begins with.</summary>
    private static (string Text, IReadOnlyList<FakeEntity> Entities) Trim(string text, IReadOnlyList<FakeEntity> given)
    {
        text = text.TrimEnd();
        if (text.Length == 0) throw TelegramRefusal.BadRequest("text must be non-empty");
        var lead = Math.Min(text.Length - text.TrimStart().Length, given.Select(entity => entity.Offset).DefaultIfEmpty(int.MaxValue).Min());
        var kept = given.Where(entity => entity.Offset < text.Length)
            .Select(entity => entity with { Offset = entity.Offset - lead, Length = Math.Min(entity.End, text.Length) - entity.Offset })
            .ToList();
        text = text[lead..];
        return (text, FoundEntities.Beside(kept, text));
    }

    private static TelegramRefusal Unknown(TelegramCall call, string mode)
    {
        if (mode.StartsWith("Markdown", StringComparison.OrdinalIgnoreCase)) call.World.Report([$"parse_mode {mode}: the fake does not know it"]);
        return TelegramRefusal.BadRequest("unsupported parse_mode");
    }
}
