using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using ChatAuth.Core.Access;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Discord;

/// <summary>The bot's conversations with one person each. Discord opens one for whoever is named, and always the same; whether its person hears the bot shows when something is said.</summary>
internal sealed partial class DiscordDirectMessages(IDiscordSender sender, DiscordDelivery delivery, ILogger? log)
{
    private readonly ConcurrentDictionary<long, string?> _channels = new();

    /// <summary>The channel; null where Discord opens none, or does not answer now.</summary>
    public async ValueTask<string?> FindAsync(Person person, CancellationToken cancellationToken)
    {
        if (_channels.TryGetValue(person.Id, out var known)) return known;
        var request = new DiscordRequest.OpenDirectMessages(person.Id.ToString(CultureInfo.InvariantCulture));
        switch (await sender.SendAsync(request, cancellationToken).ConfigureAwait(false))
        {
            case DiscordAnswer.Done { Result: { ValueKind: JsonValueKind.Object } channel } when channel.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String:
                return _channels[person.Id] = id.GetString();
            case DiscordAnswer.Refused { Status: 400 or 403 or 404 } refused:
                // Nothing that this process does makes it another answer.
                _channels[person.Id] = null;
                Unsaid(refused);
                return null;
            default:
                return null;
        }
    }

    /// <summary>Says something there; when one message is refused, the rest is not sent.</summary>
    public async Task SayAsync(string channel, IEnumerable<DiscordMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            var answer = await delivery.SayAsync(channel, message, cancellationToken).ConfigureAwait(false);
            if (answer is DiscordAnswer.Done) continue;
            Unsaid(answer);
            return;
        }
    }

    private void Unsaid(DiscordAnswer answer)
    {
        var refused = answer as DiscordAnswer.Refused;
        if (log is not null) LogUnsaid(log, refused?.Status ?? 0, refused?.Code ?? 0);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An owner was not told in direct messages: Discord answered with {Status}, code {Code}")]
    private static partial void LogUnsaid(ILogger log, int status, int code);
}
