using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

/// <summary>A request's parameters, read as leniently as Telegram reads them: numbers may be texts, lists may be texts of JSON.</summary>
internal sealed record TelegramCall(TelegramWorld World, RecordedRequest Request)
{
    private JsonObject Body => Request.Body;

    public string? Text(string name) => Body[name] is JsonValue value ? value.ToString() : null;

    public long? Number(string name) => long.TryParse(Text(name), out var number) ? number : null;

    public bool Flag(string name) => Text(name) is "true" or "True" or "1";

    public JsonNode? Json(string name) => Body[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? Parse(name, value) : Body[name];

    /// <summary>The chat, where the bot may do something: by its number, or by the name of a public one.</summary>
    public FakeChat OpenChat()
    {
        if (Text("chat_id") is not { Length: > 0 } id) throw TelegramRefusal.BadRequest("chat_id is empty");
        var chat = World.FindChat(id) ?? throw TelegramRefusal.BadRequest("chat not found");
        if (chat.MigratedTo is { } migrated) throw TelegramRefusal.Migrated(migrated.Id);
        if (chat.IsBlocked) throw TelegramRefusal.Forbidden("bot was blocked by the user");
        if (chat.BotIsMember) return chat;
        throw TelegramRefusal.Forbidden(
            chat.Person is { IsBot: true } ? "the bot can't send messages to the bot"
            : chat.Person is not null ? "bot can't initiate conversation with a user"
            : $"bot was kicked from the {chat.Type} chat");
    }

    /// <summary>The message of the bot or of a person, where the bot may do something.</summary>
    /// <param name="purpose">What Telegram calls it, such as <c>message to edit</c>.</param>
    public FakeMessage Message(string purpose)
    {
        if (Text("chat_id") is not { Length: > 0 }) throw TelegramRefusal.BadRequest("chat identifier is not specified");
        if (Number("message_id") is not { } id) throw TelegramRefusal.BadRequest("message identifier is not specified");
        return OpenChat().Find(id) ?? throw TelegramRefusal.BadRequest($"{purpose} not found");
    }

    private static JsonNode? Parse(string name, JsonValue value)
    {
        try
        {
            return JsonNode.Parse(value.GetValue<string>());
        }
        catch (JsonException)
        {
            throw TelegramRefusal.BadRequest($"can't parse {name} JSON object");
        }
    }
}
