using System.Globalization;

namespace ChatAuth.Channels;

/// <summary>Moments in words.</summary>
internal static class RelativeTime
{
    /// <summary><c>in 3 h</c>, <c>5 min ago</c>: minutes below an hour, hours below 48, then days, each rounded.</summary>
    public static string Of(DateTimeOffset moment, DateTimeOffset now)
    {
        var distance = (moment - now).Duration();
        var ahead = moment >= now;
        if (Amount(distance) is not { } amount) return ahead ? "soon" : "just now";
        return ahead ? $"in {amount}" : $"{amount} ago";
    }

    /// <summary><c>2026-02-03 18:00 UTC</c>.</summary>
    public static string Absolute(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string? Amount(TimeSpan distance)
    {
        var minutes = Rounded(distance.TotalMinutes);
        var hours = Rounded(distance.TotalHours);
        var days = Rounded(distance.TotalDays);
        return minutes < 1 ? null
            : minutes < 60 ? Text(minutes, "min")
            : hours < 48 ? Text(hours, "h")
            : Text(days, "days");
    }

    private static double Rounded(double value) => Math.Round(value, MidpointRounding.AwayFromZero);

    private static string Text(double amount, string unit) => string.Create(CultureInfo.InvariantCulture, $"{amount} {unit}");
}
