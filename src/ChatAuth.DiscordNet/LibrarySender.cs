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
    private IDiscordClient? _client;

    /// <summary>Takes a client.</summary>
    /// <returns>False when it was taken before.</returns>
    /// <exception cref="InvalidOperationException">Another one was.</exception>
    public bool Use(IDiscordClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        var before = Interlocked.CompareExchange(ref _client, client, null);
        if (before is null) return true;
        return before == client ? false : throw new InvalidOperationException("Another client is served: services hold one bot.");
    }

    public async Task<DiscordAnswer> SendAsync(DiscordRequest request, CancellationToken cancellationToken)
    {
        if (request is not (DiscordRequest.CreateMessage or DiscordRequest.OpenDirectMessages)) throw new ArgumentOutOfRangeException(nameof(request));
        if (Volatile.Read(ref _client) is not { } served) return new DiscordAnswer.Unreachable(false);
        try
        {
            // A sharded client knows by itself only channels and people that it has seen.
            var client = served is DiscordShardedClient { Rest: { } rest } ? rest : served;
            var options = new RequestOptions { CancelToken = cancellationToken, RetryMode = RetryMode.RetryRatelimit };
            return request is DiscordRequest.CreateMessage message
                ? await SayAsync(client, message, options).ConfigureAwait(false)
                : await OpenAsync(client, (DiscordRequest.OpenDirectMessages)request, options).ConfigureAwait(false);
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
    private static async Task<DiscordAnswer> SayAsync(IDiscordClient client, DiscordRequest.CreateMessage request, RequestOptions options)
    {
        var id = ulong.Parse(request.ChannelId, CultureInfo.InvariantCulture);
        if (await client.GetChannelAsync(id, CacheMode.AllowDownload, options).ConfigureAwait(false) is not IMessageChannel channel)
            return new DiscordAnswer.Refused((int)HttpStatusCode.NotFound, (int)DiscordErrorCode.UnknownChannel);
        await channel.SendMessageAsync(
            request.Message.Content, allowedMentions: AllowedMentions.None, components: LibraryComponents.Of(request.Message.Components),
            flags: (MessageFlags)request.Message.Flags, options: options).ConfigureAwait(false);
        return new DiscordAnswer.Done(default(JsonElement));
    }

    private static async Task<DiscordAnswer> OpenAsync(IDiscordClient client, DiscordRequest.OpenDirectMessages request, RequestOptions options)
    {
        var id = ulong.Parse(request.RecipientId, CultureInfo.InvariantCulture);
        if (await client.GetUserAsync(id, CacheMode.AllowDownload, options).ConfigureAwait(false) is not { } person)
            return new DiscordAnswer.Refused((int)HttpStatusCode.NotFound, (int)DiscordErrorCode.UnknownUser);
        var channel = await person.CreateDMChannelAsync(options).ConfigureAwait(false);
        return new DiscordAnswer.Done(JsonElement.Parse(string.Create(CultureInfo.InvariantCulture, $$"""{"id":"{{channel.Id}}"}""")));
    }
}
