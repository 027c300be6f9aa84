using System.Globalization;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Channels.Telegram;

/// <summary>Makes the context of a message or tap out of what Telegram says of it.</summary>
internal static class TelegramContext
{
    private const string Platform = "telegram";

    /// <summary>Who stands for an unknown sender, for an anonymous administrator and for a channel: never a person, whatever else is said of them.</summary>
    private static readonly long[] s_standIns = [777000, 1087968824, 136817688];

    public static Person? PersonOf(TelegramUpdate.User? user) =>
        user is { IsBot: false, Id: > 0 } && !s_standIns.Contains(user.Id) ? new Person(Platform, user.Id) : null;

    /// <param name="bot">This bot.</param>
    /// <param name="place">Where it happened.</param>
    /// <param name="person">Who did it; null for nobody.</param>
    /// <param name="cause">The message or tap, unique for the bot.</param>
    public static CommandContext Of(TelegramBot bot, TelegramPlace place, Person? person, string cause) => new()
    {
        Asker = new Asker(person, place.KeyFor(bot), place.IsPrivate),
        Cause = new ChangeCause(string.Create(CultureInfo.InvariantCulture, $"{Platform}:{bot.Id}:{cause}")),
        Bot = new BotAddress(bot.Username, "bot"),
        IsOnlyBot = place.IsPrivate,
        HasButtons = true,
        ReportsDelivery = true,
    };
}
