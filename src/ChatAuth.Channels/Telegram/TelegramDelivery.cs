using System.Text.Json;
using ChatAuth.Core;
using ChatAuth.Core.Sessions;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Telegram;

/// <summary>Brings texts to the chat that they belong to, also where a group became a supergroup meanwhile.</summary>
internal sealed partial class TelegramDelivery(IChatAuth chatAuth, ITelegramSender sender, TelegramIdentity identity, ILogger? log = null)
{
    private const string KeptOwnChoice = "This group moved here. A model or account was already chosen here, and it stays.";

    /// <summary>Sends the parts one after another.</summary>
    /// <param name="place">Where.</param>
    /// <param name="answers">The message that the first part answers; null for none.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What became of the last one that was tried; when one is refused, the rest is not sent.</returns>
    public async Task<TelegramAnswer> SendAsync(TelegramPlace place, long? answers, IReadOnlyList<TelegramPart> parts, CancellationToken cancellationToken)
    {
        TelegramAnswer answer = new TelegramAnswer.Unreachable(Arrived: false);
        foreach (var part in parts)
        {
            answer = await SendAsync(place, answers, part, cancellationToken).ConfigureAwait(false);
            if (answer is not TelegramAnswer.Done) return answer;
            answers = null;
        }
        return answer;
    }

    /// <summary>
    /// Puts the parts in the place of a message: the first replaces it, others follow. What is so already is no failure; where the message cannot be
    /// changed any more, all are sent.
    /// </summary>
    public async Task<TelegramAnswer> ReplaceAsync(TelegramPlace place, long message, IReadOnlyList<TelegramPart> parts, CancellationToken cancellationToken)
    {
        var edit = new TelegramRequest.EditMessageText(place.ChatId, message, parts[0].Text) { Entities = parts[0].Entities, ReplyMarkup = parts[0].Keyboard };
        var answer = await sender.SendAsync(edit, cancellationToken).ConfigureAwait(false);
        if (answer is TelegramAnswer.Refused { Code: 400 } refused)
        {
            if (!refused.Description.Contains("message is not modified", StringComparison.Ordinal))
                return await SendAsync(place, null, parts, cancellationToken).ConfigureAwait(false);
            answer = new TelegramAnswer.Done(default);
        }
        return answer is TelegramAnswer.Done && parts.Count > 1
            ? await SendAsync(place, null, [.. parts.Skip(1)], cancellationToken).ConfigureAwait(false)
            : answer;
    }

    /// <summary>A group has another id now.</summary>
    /// <returns>People had chosen under both, which is to be said.</returns>
    public async Task<bool> MoveAsync(SessionKey from, SessionKey to, CancellationToken cancellationToken) =>
        await chatAuth.MovedAsync(from, to, cancellationToken).ConfigureAwait(false) is MoveOutcome.KeptOwnChoice;

    /// <summary>Says there that a choice was already made under the new id.</summary>
    public async Task SayMovedAsync(SessionKey to, CancellationToken cancellationToken)
    {
        if (identity.Known is not { } bot || TelegramPlace.Of(to, bot) is not { } place) return;
        await SendAsync(place, null, [new TelegramPart(KeptOwnChoice, null, null)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>When a message reached Telegram, by its clock; null when the answer does not say.</summary>
    public static DateTimeOffset? MomentOf(TelegramAnswer answer) =>
        answer is TelegramAnswer.Done { Result: { ValueKind: JsonValueKind.Object } message }
        && (message.TryGetProperty("edit_date", out var at) || message.TryGetProperty("date", out at))
        && at.ValueKind is JsonValueKind.Number && at.TryGetInt64(out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private async Task<TelegramAnswer> SendAsync(TelegramPlace place, long? answers, TelegramPart part, CancellationToken cancellationToken)
    {
        var request = new TelegramRequest.SendMessage(place.ChatId, part.Text)
        {
            MessageThreadId = place.TopicId,
            Entities = part.Entities,
            ReplyMarkup = part.Keyboard,
            ReplyParameters = answers is { } message ? new TelegramReply(message) : null,
        };
        var answer = await sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer is TelegramAnswer.Refused { MigratedTo: { } moved } && identity.Known is { } bot)
        {
            var to = TelegramPlace.KeyOf(bot, moved);
            if (await MoveAsync(TelegramPlace.KeyOf(bot, place.ChatId), to, cancellationToken).ConfigureAwait(false)) await SayMovedAsync(to, cancellationToken).ConfigureAwait(false);
            // Its buttons are signed for the old id: there they would be somebody else's.
            answer = await sender.SendAsync(request with { ChatId = moved, ReplyParameters = null, ReplyMarkup = null }, cancellationToken).ConfigureAwait(false);
        }
        if (log is not null && answer is not TelegramAnswer.Done) LogUnsaid(log, request.Method, (answer as TelegramAnswer.Refused)?.Code ?? 0);
        return answer;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something was not said: {Method} was answered with {Status}")]
    private static partial void LogUnsaid(ILogger log, string method, int status);
}
