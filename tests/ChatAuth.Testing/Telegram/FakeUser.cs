namespace ChatAuth.Testing.Telegram;

/// <summary>Somebody on Telegram: a person, a bot, or one of the accounts that stand in for nobody.</summary>
/// <param name="Id">The number.</param>
/// <param name="FirstName">The name shown.</param>
/// <param name="Username">The name after <c>@</c>; null for none.</param>
/// <param name="IsBot">It is a bot.</param>
public sealed record FakeUser(long Id, string FirstName, string? Username = null, bool IsBot = false)
{
    /// <summary>It writes for somebody who is not named.</summary>
    internal bool StandsIn => Id == GroupAnonymousBot.Id || Id == ChannelBot.Id;

    /// <summary>Who messages of anonymous administrators come from.</summary>
    public static FakeUser GroupAnonymousBot { get; } = new(1087968824, "Group", "GroupAnonymousBot", true);

    /// <summary>Who the posts of a linked channel come from.</summary>
    public static FakeUser TelegramService { get; } = new(777000, "Telegram");

    /// <summary>Who messages come from that are written in the name of a channel.</summary>
    public static FakeUser ChannelBot { get; } = new(136817688, "Channel", "Channel_Bot", true);
}
