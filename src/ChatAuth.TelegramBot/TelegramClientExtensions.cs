using System.Text.Json;
using ChatAuth.Channels.Telegram;
using Microsoft.Extensions.DependencyInjection;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace ChatAuth.TelegramBot;

/// <summary>Gives a bot on Telegram.Bot the commands of ChatAuth.</summary>
public static class TelegramClientExtensions
{
    /// <summary>
    /// Has an update answered that is ChatAuth's: <c>/model</c>, the aliases, and the buttons below what they are answered with. The first thing that a bot does with an update, whether it
    /// polls or has a webhook. Returns once the update has its place in its conversation; the answer follows, sent by the bot's client.
    /// </summary>
    /// <param name="client">The bot's client.</param>
    /// <param name="update">The update, as it was received. A bot that is told messages only hands in <c>new Update { Message = message }</c>.</param>
    /// <param name="services">Services with <c>AddChatAuth</c> and <c>AddChatAuthTelegramBot</c>.</param>
    /// <param name="cancellationToken">Cancels handing it in; what was begun goes on until the host stops.</param>
    /// <returns>True: there is nothing left to do about it. False: it is the bot's own.</returns>
    /// <exception cref="InvalidOperationException">These services serve another bot already, or <c>AddChatAuthTelegramBot</c> is missing.</exception>
    /// <exception cref="RequestException">Telegram does not say who the bot is. As for the next: a webhook that fails is told the update again.</exception>
    /// <exception cref="Core.Errors.ChatAuthException">The session database does not answer.</exception>
    public static async Task<bool> TryHandleAsync(this ITelegramBotClient client, Update update, IServiceProvider services, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        await services.GetRequiredService<LibrarySender>().UseAsync(client).ConfigureAwait(false);
        var json = JsonSerializer.SerializeToUtf8Bytes(update, JsonBotAPI.Options);
        return await services.GetRequiredService<TelegramLibraryIntake>().TryTakeAsync(json, cancellationToken).ConfigureAwait(false)
            ?? throw new RequestException("Telegram does not say who the bot is.");
    }

    /// <summary>Adds <c>/model</c>, <c>/models</c> and the aliases to the bot's menus of commands, behind its own; one of its own of the same name is written over.</summary>
    /// <param name="client">The bot's client.</param>
    /// <param name="services">As for <see cref="TryHandleAsync"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="RequestException">Telegram did not take them.</exception>
    public static async Task RegisterChatAuthAsync(this ITelegramBotClient client, IServiceProvider services, CancellationToken cancellationToken = default)
    {
        await services.GetRequiredService<LibrarySender>().UseAsync(client).ConfigureAwait(false);
        if (!await services.GetRequiredService<TelegramMenuEntries>().AddAsync(cancellationToken).ConfigureAwait(false))
            throw new RequestException("Telegram did not take the commands.");
    }
}
