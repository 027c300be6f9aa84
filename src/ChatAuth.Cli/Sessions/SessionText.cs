using System.Globalization;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Sessions;

/// <summary>The state of a conversation in words.</summary>
internal static class SessionText
{
    public static string Model(SessionState state) =>
        (state.Follows ? "follows, " : "") + (state.Model.Selected?.ToString() ?? "default") + EndOf(state.Model.Until);

    public static string Pins(SessionState state) =>
        state.Pins.Count == 0 ? "unpinned" : string.Join(", ", state.Pins.Select(entry => Pin(entry.Value)));

    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Pin(PinState pin) => pin switch
    {
        PinState.UserPinned pinned => $"{pinned.Profile} by {pinned.By}{EndOf(pinned.Until)}",
        PinState.PinBroken broken => $"{broken.Pin.Profile} by {broken.Pin.By}, broken: {Kebab.Of(broken.Reason)}",
        PinState.AutoPinned chosen => $"{chosen.Profile} automatically",
        _ => "unpinned",
    };

    private static string EndOf(DateTimeOffset? until) => until is { } end ? $" until {Moment(end)}" : "";
}
