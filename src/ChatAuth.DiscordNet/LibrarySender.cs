using System.Globalization;
using System.Net;
using System.Text.Json;
using ChatAuth.Channels.Discord;
using Discord;
using Discord.Net;
using Discord.WebSocket;

namespace ChatAuth.DiscordNet;

/// <summary>Carries what only the bot may do by the bot's own client, which has its token and keeps its limits.</summary>
internal sealed class LibrarySender : IDiscordSender
{
    private readonly TaskCompletionSource<IDiscordClient> _client = new();

    /// <summary>Takes a client.</summary>
    /// <returns>False when it was taken before.</returns>
    /// <exception cref="InvalidOperationException">Another one was.</exception>
    public bool Use(IDiscordClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (_client.TrySetResult(client)) return true;
        return _client.Task.Result == client ? false : throw new InvalidOperationException("Another client is served: services hold one bot.");
    }

    public async Task<DiscordAnswer> SendAsync(DiscordRequest request, CancellationToken cancellationToken)
    {
        if (request is not DiscordRequest.CreateMessage message) throw new ArgumentOutOfRangeException(nameof(request));
        if (!_client.Task.IsCompletedSuccessfully) return new DiscordAnswer.Unreachable(false);
        try
        {
            return await SayAsync(_client.Task.Result, message, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpException refused)
        {
            return new DiscordAnswer.Refused((int)refused.HttpCode, (int?)refused.DiscordCode ?? 0);
        }
        catch (RateLimitedException)
        {
            return new DiscordAnswer.Refused((int)HttpStatusCode.TooManyRequests, 0) { RetryAfter = TimeSpan.FromSeconds(1) };
        }
        catch (Exception failed) when (failed is HttpRequestException or TimeoutException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new DiscordAnswer.Unreachable(true);
        }
    }

    /// <summary>Once: what may have arrived is not repeated, because the library gives messages no nonce.</summary>
    private static async Task<DiscordAnswer> SayAsync(IDiscordClient client, DiscordRequest.CreateMessage request, CancellationToken cancellationToken)
    {
        var options = new RequestOptions { CancelToken = cancellationToken, RetryMode = RetryMode.RetryRatelimit };
        var id = ulong.Parse(request.ChannelId, CultureInfo.InvariantCulture);
        // A sharded client knows by itself only channels that it has seen.
        IDiscordClient asked = client is DiscordShardedClient { Rest: { } rest } ? rest : client;
        if (await asked.GetChannelAsync(id, CacheMode.AllowDownload, options).ConfigureAwait(false) is not IMessageChannel channel)
            return new DiscordAnswer.Refused((int)HttpStatusCode.NotFound, (int)DiscordErrorCode.UnknownChannel);
        await channel.SendMessageAsync(
            request.Message.Content, allowedMentions: AllowedMentions.None, components: LibraryComponents.Of(request.Message.Components),
            flags: (MessageFlags)request.Message.Flags, options: options).ConfigureAwait(false);
        return new DiscordAnswer.Done(default(JsonElement));
    }
}
