using ChatAuth.Channels.Sending;

namespace ChatAuth.Channels.Telegram;

/// <summary>How many messages may be written, in any period of a length.</summary>
/// <param name="Overall">By the bot.</param>
/// <param name="Chat">To one chat.</param>
/// <param name="Group">To one group, besides what holds for every chat.</param>
internal sealed record PaceLimits(Rate Overall, Rate Chat, Rate Group)
{
    /// <summary>What Telegram asks for: 30 a second, about one a second to a chat, 20 a minute to a group (<c>https://core.telegram.org/bots/faq</c>).</summary>
    public static PaceLimits Telegram { get; } = new(new(30, TimeSpan.FromSeconds(1)), new(3, TimeSpan.FromSeconds(3)), new(20, TimeSpan.FromMinutes(1)));
}
