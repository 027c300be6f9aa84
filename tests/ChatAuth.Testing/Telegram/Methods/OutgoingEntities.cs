using System.Text;
using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

/// <summary>Entities as a bot gives them, in UTF-16 units; those that Telegram finds by itself are let pass and left out.</summary>
internal static class OutgoingEntities
{
    private static readonly HashSet<string> Kept =
    [
        "bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre", "text_link", "text_mention",
        "custom_emoji", "date_time",
    ];

    private static readonly HashSet<string> Found = ["mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"];

    public static IReadOnlyList<FakeEntity> Read(JsonNode? given, string text)
    {
        if (given is not JsonArray list) return [];
        var entities = list.Select(Parse).Where(entity => Kept.Contains(entity.Type)).OrderBy(entity => entity.Offset).ToList();
        foreach (var entity in entities) Check(entity);
        entities.RemoveAll(entity => entity.Length == 0);
        foreach (var entity in entities) Check(entity, text);
        return entities;
    }

    private static FakeEntity Parse(JsonNode? node)
    {
        if (node is not JsonObject fields) throw Bad("can't parse MessageEntity: expected an Object");
        var (offset, length, type) = (Number(fields, "offset"), Number(fields, "length"), $"{fields["type"]}");
        if (!Kept.Contains(type) && !Found.Contains(type)) throw Bad("can't parse MessageEntity: Unsupported type specified");
        return new FakeEntity(type, offset, length, fields["url"]?.ToString());
    }

    private static void Check(FakeEntity entity)
    {
        if (entity.Offset is < 0 or > 1_000_000) throw Bad($"receive an entity with incorrect offset {entity.Offset}");
        if (entity.Length is < 0 or > 1_000_000) throw Bad($"receive an entity with incorrect length {entity.Length}");
    }

    private static void Check(FakeEntity entity, string text)
    {
        if (entity.Offset > text.Length) throw Bad($"entity begins after the end of the text at UTF-16 offset {entity.Offset}");
        if (IsMiddle(text, entity.Offset)) throw Bad($"entity begins in a middle of a UTF-16 symbol at byte offset {Bytes(text, entity.Offset)}");
        var beginning = $"entity beginning at UTF-16 offset {entity.Offset} ends";
        if (entity.End > text.Length) throw Bad($"{beginning} after the end of the text at UTF-16 offset {entity.End}");
        if (IsMiddle(text, entity.End)) throw Bad($"{beginning} in a middle of a UTF-16 symbol at byte offset {Bytes(text, entity.End)}");
    }

    private static bool IsMiddle(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    /// <summary>The bytes up to the end of the symbol that is cut.</summary>
    private static int Bytes(string text, int at) => Encoding.UTF8.GetByteCount(text.AsSpan(0, at + 1));

    private static int Number(JsonObject fields, string name) =>
        int.TryParse($"{fields[name]}", out var number) ? number : throw Bad($"can't parse MessageEntity: Can't find field \"{name}\"");

    private static TelegramRefusal Bad(string text) => TelegramRefusal.BadRequest(text);
}
