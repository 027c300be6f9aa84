namespace ChatAuth.Channels.Discord;

/// <summary>Answers to interactions, which each interaction's own token proves, go one way; what only the bot may do goes another.</summary>
/// <param name="answers">Carries answers.</param>
/// <param name="bot">Carries the rest, with the bot's token.</param>
internal sealed class DividedDiscordSender(IDiscordSender answers, IDiscordSender bot) : IDiscordSender
{
    public Task<DiscordAnswer> SendAsync(DiscordRequest request, CancellationToken cancellationToken) =>
        (DiscordRoute.Of(request).IsBots ? bot : answers).SendAsync(request, cancellationToken);
}
