using System.Runtime.InteropServices;
using System.Text.Json;

namespace ChatAuth.Channels.Telegram;

/// <summary>Reads what an update is to this bot. Every input is legal: what cannot be read is an event too.</summary>
internal static class TelegramUpdateReader
{
    /// <summary>Bytes of an update; far above the largest that Telegram sends. Of a longer one only the number is read, so that it can be confirmed.</summary>
    public const int MaxLength = 1 << 20;

    public static TelegramEvent Read(JsonElement update, TelegramBot bot) =>
        update.ValueKind == JsonValueKind.Undefined ? new TelegramEvent.Unreadable() : Read(JsonMarshal.GetRawUtf8Value(update), bot);

    public static TelegramEvent Read(ReadOnlySpan<byte> utf8Json, TelegramBot bot) =>
        utf8Json.Length <= MaxLength && TelegramUpdateJson.Find(utf8Json, TelegramUpdateJson.Default.TelegramUpdate) is { } update
            ? Read(update, bot) with { UpdateId = update.UpdateId }
            : new TelegramEvent.Unreadable { UpdateId = TelegramUpdateJson.Find(utf8Json, TelegramUpdateJson.Default.Number)?.UpdateId };

    private static TelegramEvent Read(TelegramUpdate update, TelegramBot bot) => update switch
    {
        { Message: { } message } => TelegramMessageReader.Read(message, bot),
        { EditedMessage: { } edited } => TelegramMessageReader.Overhear(edited, bot),
        { ChannelPost: { } post } => TelegramMessageReader.Overhear(post, bot),
        { EditedChannelPost: { } edited } => TelegramMessageReader.Overhear(edited, bot),
        { CallbackQuery: { } tap } => TelegramTapReader.Read(tap, bot),
        _ => new TelegramEvent.Nothing(),
    };
}
