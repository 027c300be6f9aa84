using System.Globalization;

namespace ChatAuth.Channels.Discord;

/// <summary>Discord's ids: numbers that grow with time and say when they were made (<c>discord/discord-api-docs</c>, reference, "Snowflakes").</summary>
internal static class Snowflake
{
    private const int TimeShift = 22;
    private static readonly DateTimeOffset s_epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The number; null when the text is none.</summary>
    public static long? Find(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>When an id was made.</summary>
    public static DateTimeOffset MomentOf(long id) => s_epoch.AddMilliseconds(id >> TimeShift);
}
