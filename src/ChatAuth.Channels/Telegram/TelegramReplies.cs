using ChatAuth.Channels.Conversations;
using ChatAuth.Core;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Telegram;

/// <summary>Sends replies to where they belong: to the chat and topic of the command, and what only the asker may see to the chat with them.</summary>
internal sealed class TelegramReplies(IChatAuth chatAuth, ITelegramSender sender, TelegramDelivery delivery, TelegramIdentity identity, TimeProvider time)
{
    private readonly StrangersLimit _strangers = new(time);

    /// <summary>Answers a typed message.</summary>
    public async Task ReplyAsync(TelegramEvent.Said said, CommandReply reply, CancellationToken cancellationToken)
    {
        if (!_strangers.Admits(said.Context.Asker.Person, reply)) return;
        var parts = TelegramMessages.Of(reply);
        if (HasPrivateDetail(said, reply) && !await TellPrivatelyAsync(said, cancellationToken).ConfigureAwait(false)) parts = WithLink(parts);
        var answer = await delivery.SendAsync(said.Place, Answered(said), parts, cancellationToken).ConfigureAwait(false);
        if (TelegramDelivery.MomentOf(answer) is { } at) chatAuth.Delivered(said.Context, reply, at);
    }

    /// <summary>Refuses a message that holds a secret, and deletes it where Telegram lets us.</summary>
    public async Task SecretAsync(TelegramPlace place, long message, CommandReply reply, CancellationToken cancellationToken)
    {
        if (reply is CommandReply.Failed { DeleteOriginal: true })
        {
            await sender.SendAsync(new TelegramRequest.DeleteMessage(place.ChatId, message), cancellationToken).ConfigureAwait(false);
        }
        await delivery.SendAsync(place, place.IsPrivate ? null : message, TelegramMessages.Of(reply), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>In groups an answer says whom it answers; in private there is nobody else.</summary>
    public static long? Answered(TelegramEvent.Said said) => said.Place.IsPrivate ? null : said.MessageId;

    /// <summary>Ids, endpoints and reasons are for the asker alone, and a group message cannot be for one person.</summary>
    private static bool HasPrivateDetail(TelegramEvent.Said said, CommandReply reply) =>
        !said.Place.IsPrivate && reply is CommandReply.Status or CommandReply.Why or CommandReply.History;

    /// <summary>False when the person never opened a chat with the bot: only they can.</summary>
    private async Task<bool> TellPrivatelyAsync(TelegramEvent.Said said, CancellationToken cancellationToken)
    {
        if (said.Context.Asker.Person is not Person person) return false;
        var context = said.Context with { ReplyVisibility = Visibility.Private, HasButtons = false };
        if (await chatAuth.HandleAsync(context, said.Text, cancellationToken).ConfigureAwait(false) is not HandleResult.Handled handled) return false;
        var answer = await delivery.SendAsync(
            new TelegramPlace(person.Id, null, true), null, TelegramMessages.Of(handled.Reply), cancellationToken).ConfigureAwait(false);
        return answer is TelegramAnswer.Done;
    }

    private IReadOnlyList<TelegramPart> WithLink(IReadOnlyList<TelegramPart> parts)
    {
        if (identity.Known is not { } bot) return parts;
        var link = new TelegramButton("Open a private chat") { Url = $"https://t.me/{bot.Username}?start=status" };
        var last = parts[^1];
        return [.. parts.SkipLast(1), last with { Keyboard = new TelegramKeyboard([.. last.Keyboard?.InlineKeyboard ?? [], [link]]) }];
    }
}
