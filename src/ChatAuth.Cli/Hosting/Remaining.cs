using System.Globalization;

namespace ChatAuth.Cli.Hosting;

/// <summary>How long until a moment, in the two largest units that say something.</summary>
internal static class Remaining
{
    public static string Text(DateTimeOffset until, DateTimeOffset now)
    {
        var left = until - now;
        return left <= TimeSpan.Zero ? $"{Span(-left)} ago" : $"in {Span(left)}";
    }

    public static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "less than 1m",
        { TotalHours: < 1 } => Format($"{span.Minutes}m"),
        { TotalDays: < 1 } => Format($"{span.Hours}h {span.Minutes}m"),
        _ => Format($"{(int)span.TotalDays}d {span.Hours}h"),
    };

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
