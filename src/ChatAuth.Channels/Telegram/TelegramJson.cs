using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatAuth.Channels.Telegram;

/// <summary>How requests are written: snake case, and nothing where there is null.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TelegramRequest.GetMe))]
[JsonSerializable(typeof(TelegramRequest.GetUpdates))]
[JsonSerializable(typeof(TelegramRequest.SetWebhook))]
[JsonSerializable(typeof(TelegramRequest.DeleteWebhook))]
[JsonSerializable(typeof(TelegramRequest.GetMyCommands))]
[JsonSerializable(typeof(TelegramRequest.SetMyCommands))]
[JsonSerializable(typeof(TelegramRequest.SendMessage))]
[JsonSerializable(typeof(TelegramRequest.EditMessageText))]
[JsonSerializable(typeof(TelegramRequest.AnswerCallbackQuery))]
[JsonSerializable(typeof(TelegramRequest.DeleteMessage))]
[JsonSerializable(typeof(TelegramRequest.SendChatAction))]
internal sealed partial class TelegramJson : JsonSerializerContext
{
    /// <summary>The parameters of a request, as the object that is its body.</summary>
    public static byte[] BodyOf(TelegramRequest request) => JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), Default);
}
