using System.Text;
using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

/// <summary>The buttons that a bot puts below a message.</summary>
internal static class OutgoingKeyboard
{
    /// <summary>What a button may do; each does one of these.</summary>
    private static readonly string[] Deeds =
    [
        "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat",
        "copy_text", "callback_game", "pay",
    ];

    /// <summary>Null for no buttons; keyboards that replace the letters of a phone have none below the message.</summary>
    public static MessageKeyboard? Read(TelegramCall call)
    {
        if (call.Json("reply_markup") is not { } markup) return null;
        if (markup is not JsonObject fields) throw TelegramRefusal.BadRequest("object expected as reply markup");
        if (fields["inline_keyboard"] is not JsonArray rows || rows.All(row => row is JsonArray { Count: 0 })) return null;
        if (rows.Any(row => row is not JsonArray))
        {
            throw TelegramRefusal.BadRequest("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
        }
        return new MessageKeyboard([.. rows.Select(row => (IReadOnlyList<FakeButton>)[.. row!.AsArray().Select(Button)])], markup.ToJsonString());
    }

    /// <summary>What only Telegram's core refuses, after all else was found right.</summary>
    public static void Weigh(MessageKeyboard? keyboard)
    {
        var buttons = keyboard?.Rows.SelectMany(row => row).ToList() ?? [];
        if (buttons.Count > TelegramLimits.Buttons) throw TelegramRefusal.BadRequest("reply markup is too long");
        if (buttons.Any(button => button.CallbackData is { } data && Encoding.UTF8.GetByteCount(data) is 0 or > TelegramLimits.CallbackDataBytes))
        {
            throw TelegramRefusal.BadRequest("BUTTON_DATA_INVALID");
        }
    }

    private static FakeButton Button(JsonNode? node)
    {
        if (node is not JsonObject button) throw Bad("InlineKeyboardButton must be an Object");
        if (button["text"] is not { } text) throw Bad("Can't find field \"text\"");
        if (!Deeds.Any(button.ContainsKey)) throw Bad("Text buttons are unallowed in the inline keyboard");
        if ($"{text}".Trim().Length == 0) throw TelegramRefusal.BadRequest("inline keyboard button text must be non-empty");
        return new FakeButton($"{text}", button["callback_data"]?.ToString(), button["url"]?.ToString());
    }

    private static TelegramRefusal Bad(string text) => TelegramRefusal.BadRequest($"can't parse inline keyboard button: {text}");
}
