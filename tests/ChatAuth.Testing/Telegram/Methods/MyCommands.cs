using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

internal static class MyCommands
{
    public static JsonNode Get(TelegramCall call) => call.World.Commands.GetValueOrDefault(Scope(call))?.DeepClone() ?? new JsonArray();

    public static JsonNode Set(TelegramCall call)
    {
        if (call.Json("commands") is not JsonArray commands) throw TelegramRefusal.BadRequest("expected an Array of BotCommand");
        var scope = Scope(call);
        var menu = new JsonArray([.. commands.Select(command => Checked(command))]);
        if (menu.Count > TelegramLimits.Commands) throw TelegramRefusal.BadRequest("BOT_COMMANDS_TOO_MUCH");
        call.World.Commands[scope] = menu;
        return true;
    }

    public static JsonNode Delete(TelegramCall call)
    {
        call.World.Commands.Remove(Scope(call));
        return true;
    }

    private static JsonObject Checked(JsonNode? command)
    {
        if (command is not JsonObject fields) throw TelegramRefusal.BadRequest("can't parse BotCommand: expected an Object");
        var name = Required(fields, "command").Trim();
        var description = Required(fields, "description").Trim();
        if (name.StartsWith('/')) name = name[1..];
        if (name.Length == 0) throw TelegramRefusal.BadRequest("command must be non-empty");
        if (name.Length > TelegramLimits.CommandName) throw TelegramRefusal.BadRequest($"command length must not exceed {TelegramLimits.CommandName}");
        if (description.Length == 0) throw TelegramRefusal.BadRequest("command description must be non-empty");
        if (description.Length > TelegramLimits.CommandDescription)
        {
            throw TelegramRefusal.BadRequest($"command description length must not exceed {TelegramLimits.CommandDescription}");
        }
        if (!name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'))
        {
            throw TelegramRefusal.BadRequest("BOT_COMMAND_INVALID");
        }
        return new JsonObject { ["command"] = name, ["description"] = description };
    }

    private static string Required(JsonObject fields, string name) =>
        fields[name]?.ToString() ?? throw TelegramRefusal.BadRequest($"can't parse BotCommand: Can't find field \"{name}\"");

    /// <summary>The scope and language as one key.</summary>
    private static string Scope(TelegramCall call)
    {
        var scope = call.Json("scope");
        var type = scope?["type"]?.ToString() ?? "default";
        var key = type switch
        {
            "default" or "all_private_chats" or "all_group_chats" or "all_chat_administrators" => type,
            "chat" or "chat_administrators" => $"{type} {ChatOf(call, scope)}",
            "chat_member" => $"{type} {ChatOf(call, scope)} {scope?["user_id"]}",
            _ => throw TelegramRefusal.BadRequest("can't parse BotCommandScope: Unsupported type specified"),
        };
        return $"{key} {call.Text("language_code")}";
    }

    private static long ChatOf(TelegramCall call, JsonNode? scope) =>
        (call.World.FindChat(scope?["chat_id"]?.ToString()) ?? throw TelegramRefusal.BadRequest("chat not found")).Id;
}
