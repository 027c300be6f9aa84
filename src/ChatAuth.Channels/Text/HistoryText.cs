using System.Globalization;
using ChatAuth.Core.Commands;

namespace ChatAuth.Channels;

/// <summary>The changes of the choice.</summary>
internal static class HistoryText
{
    public static void Render(ReplyText text, CommandReply.History history)
    {
        if (history.Entries.Count == 0)
        {
            text.Line("Nothing was changed here yet.");
            return;
        }

        text.Line("Changes, newest first", TextStyle.Strong);
        foreach (var change in history.Entries) Change(text, change, history.At);
    }

    private static void Change(ReplyText text, ShownChange change, DateTimeOffset now)
    {
        text.Line("- ").Add(string.Create(CultureInfo.InvariantCulture, $"{change.Id}  ")).Moment(change.At, now);
        text.Add($"  {change.Event}", TextStyle.Strong).Add(change.By is { } by ? $" by {by}" : " by itself");
        text.Add($": {change.Model.Short}");
        foreach (var pin in change.Pins)
        {
            if (pin.Profile is { } profile) text.Add($", {profile.Name} {Of(pin.State)}");
        }
        if (change.Until is { } until) text.Add("; ends ").Moment(until, now);
    }

    private static string Of(PinStateName pin) => pin switch
    {
        PinStateName.AutoPinned => "kept",
        PinStateName.PinBroken => "pinned (broken)",
        _ => "pinned",
    };
}
