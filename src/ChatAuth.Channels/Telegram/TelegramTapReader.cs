namespace ChatAuth.Channels.Telegram;

/// <summary>Reads a tap on a button.</summary>
internal static class TelegramTapReader
{
    public static TelegramEvent Read(TelegramUpdate.Tap tap, TelegramBot bot)
    {
        if (tap.Data is not { } token || TelegramContext.PersonOf(tap.From) is not { } person) return new TelegramEvent.Nothing();
        var place = tap.Message is { } message ? TelegramPlace.Of(message) : TelegramPlace.With(tap.From);
        var context = TelegramContext.Of(bot, place, person, $"t:{tap.Id}");
        return new TelegramEvent.Tapped(context, token, tap.Id, place, tap.Message is { Date: > 0 } reachable ? reachable.MessageId : null);
    }
}
