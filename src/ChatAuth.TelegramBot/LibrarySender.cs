using ChatAuth.Channels.Telegram;
using Microsoft.Extensions.DependencyInjection;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace ChatAuth.TelegramBot;

/// <summary>Carries requests by the bot's own client, which has its token, its limits and its way out.</summary>
internal sealed class LibrarySender(IServiceProvider services) : ITelegramSender
{
    private ITelegramBotClient? _first;

    /// <summary>Takes a client of the bot, of which there may be several. Which bot that is, the services' client says; where they have none, the first that is taken.</summary>
    /// <exception cref="InvalidOperationException">It is another bot's.</exception>
    public async Task UseAsync(ITelegramBotClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var served = scope.ServiceProvider.GetService<ITelegramBotClient>() ?? Interlocked.CompareExchange(ref _first, client, null) ?? client;
            if (served.BotId != client.BotId) throw new InvalidOperationException("Another bot is served: services hold one.");
        }
    }

    public async Task<TelegramAnswer> SendAsync(TelegramRequest request, CancellationToken cancellationToken)
    {
        // A client with a typed HttpClient is not to be kept: its connections grow old.
        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var client = scope.ServiceProvider.GetService<ITelegramBotClient>() ?? Volatile.Read(ref _first);
            return client is null ? new TelegramAnswer.Unreachable(false) : await SendAsync(client, request, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<TelegramAnswer> SendAsync(ITelegramBotClient client, TelegramRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return new TelegramAnswer.Done(await LibraryRequests.SendAsync(client, request, cancellationToken).ConfigureAwait(false));
        }
        catch (ApiRequestException refused)
        {
            return new TelegramAnswer.Refused(refused.ErrorCode, refused.Message)
            {
                RetryAfter = refused.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(Math.Max(0, seconds)) : null,
                MigratedTo = refused.Parameters?.MigrateToChatId,
            };
        }
        catch (Exception failed) when (failed is RequestException or HttpRequestException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new TelegramAnswer.Unreachable(MayHaveArrived(failed as HttpRequestException ?? failed.InnerException as HttpRequestException));
        }
    }

    /// <summary>Where there was no connection, nothing went over it.</summary>
    private static bool MayHaveArrived(HttpRequestException? failed) => failed?.HttpRequestError
        is not (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);
}
