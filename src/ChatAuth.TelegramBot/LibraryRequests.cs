using System.Text.Json;
using ChatAuth.Channels.Telegram;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace ChatAuth.TelegramBot;

/// <summary>Our requests as the library's.</summary>
internal static class LibraryRequests
{
    /// <summary>Sends one, and gives back the result as Telegram's JSON; nothing where that is only a yes.</summary>
    public static Task<JsonElement> SendAsync(ITelegramBotClient client, TelegramRequest request, CancellationToken cancellationToken) => request switch
    {
        TelegramRequest.GetMe => ResultAsync(client, new GetMeRequest(), cancellationToken),
        TelegramRequest.SendMessage message => ResultAsync(client, Of(message), cancellationToken),
        TelegramRequest.EditMessageText edit => ResultAsync(client, Of(edit), cancellationToken),
        TelegramRequest.GetMyCommands menu => ResultAsync(client, new GetMyCommandsRequest { Scope = Of(menu.Scope) }, cancellationToken),
        TelegramRequest.SetMyCommands menu => DoneAsync(client, Of(menu), cancellationToken),
        TelegramRequest.AnswerCallbackQuery answer => DoneAsync(client, Of(answer), cancellationToken),
        TelegramRequest.DeleteMessage delete => DoneAsync(client, new DeleteMessageRequest { ChatId = delete.ChatId, MessageId = Number(delete.MessageId) }, cancellationToken),
        TelegramRequest.SendChatAction action => DoneAsync(client, Of(action), cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };

    private static async Task<JsonElement> ResultAsync<T>(ITelegramBotClient client, IRequest<T> request, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeToElement(await client.SendRequest(request, cancellationToken).ConfigureAwait(false), JsonBotAPI.Options);

    private static async Task<JsonElement> DoneAsync(ITelegramBotClient client, IRequest<bool> request, CancellationToken cancellationToken)
    {
        await client.SendRequest(request, cancellationToken).ConfigureAwait(false);
        return default;
    }

    private static SendMessageRequest Of(TelegramRequest.SendMessage message) => new()
    {
        ChatId = message.ChatId,
        Text = message.Text,
        MessageThreadId = message.MessageThreadId is { } topic ? Number(topic) : null,
        Entities = message.Entities?.Select(Of),
        LinkPreviewOptions = Of(message.LinkPreviewOptions),
        ReplyParameters = message.ReplyParameters is { } reply
            ? new ReplyParameters { MessageId = Number(reply.MessageId), AllowSendingWithoutReply = reply.AllowSendingWithoutReply }
            : null,
        ReplyMarkup = Of(message.ReplyMarkup),
    };

    private static EditMessageTextRequest Of(TelegramRequest.EditMessageText edit) => new()
    {
        ChatId = edit.ChatId,
        MessageId = Number(edit.MessageId),
        Text = edit.Text,
        Entities = edit.Entities?.Select(Of),
        LinkPreviewOptions = Of(edit.LinkPreviewOptions),
        ReplyMarkup = Of(edit.ReplyMarkup),
    };

    private static AnswerCallbackQueryRequest Of(TelegramRequest.AnswerCallbackQuery answer) => new()
    {
        CallbackQueryId = answer.CallbackQueryId, Text = answer.Text, ShowAlert = answer.ShowAlert is true,
    };

    private static SendChatActionRequest Of(TelegramRequest.SendChatAction action) => new()
    {
        ChatId = action.ChatId, Action = Named<ChatAction>(action.Action), MessageThreadId = action.MessageThreadId is { } topic ? Number(topic) : null,
    };

    private static SetMyCommandsRequest Of(TelegramRequest.SetMyCommands menu) => new()
    {
        Commands = [.. menu.Commands.Select(command => new BotCommand { Command = command.Command, Description = command.Description })], Scope = Of(menu.Scope),
    };

    private static BotCommandScope Of(TelegramScope scope) => Named<BotCommandScopeType>(scope.Type) switch
    {
        BotCommandScopeType.Default => new BotCommandScopeDefault(),
        BotCommandScopeType.AllPrivateChats => new BotCommandScopeAllPrivateChats(),
        BotCommandScopeType.AllGroupChats => new BotCommandScopeAllGroupChats(),
        BotCommandScopeType.AllChatAdministrators => new BotCommandScopeAllChatAdministrators(),
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };

    private static MessageEntity Of(TelegramEntity entity) => new() { Type = Named<MessageEntityType>(entity.Type), Offset = entity.Offset, Length = entity.Length };

    private static LinkPreviewOptions Of(TelegramLinkPreview preview) => new() { IsDisabled = preview.IsDisabled };

    private static InlineKeyboardMarkup? Of(TelegramKeyboard? keyboard) =>
        keyboard is null ? null : new(keyboard.InlineKeyboard.Select(row => row.Select(button => new InlineKeyboardButton { Text = button.Text, CallbackData = button.CallbackData, Url = button.Url })));

    /// <summary>The library's names are Telegram's in another case.</summary>
    private static T Named<T>(string name)
        where T : struct, Enum => Enum.Parse<T>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    /// <summary>The library counts messages and topics in 32 bits; numbers beyond those it did not receive.</summary>
    private static int Number(long number) => checked((int)number);
}
