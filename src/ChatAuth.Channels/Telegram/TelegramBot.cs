using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ChatAuth.Channels.Telegram;

/// <summary>Who the bot is, as <c>getMe</c> said.</summary>
/// <param name="Id">The platform's number of it.</param>
/// <param name="Username">Its name without the <c>@</c>; people write it in any case.</param>
/// <param name="ReadsAllGroupMessages">Privacy mode is off: in groups it is told every message, not only those to it.</param>
public sealed record TelegramBot(long Id, string Username, bool ReadsAllGroupMessages)
{
    /// <summary>Reads the result of <c>getMe</c>; false when that is no bot with a name.</summary>
    /// <param name="result">The field <c>result</c>.</param>
    /// <param name="bot">The bot.</param>
    public static bool TryRead(JsonElement result, [NotNullWhen(true)] out TelegramBot? bot)
    {
        bot = result.ValueKind == JsonValueKind.Object
            && TelegramUpdateJson.Find(JsonMarshal.GetRawUtf8Value(result), TelegramUpdateJson.Default.User) is
                { IsBot: true, Username: { Length: > 0 } name } user
                ? new TelegramBot(user.Id, name, user.CanReadAllGroupMessages)
                : null;
        return bot is not null;
    }
}
