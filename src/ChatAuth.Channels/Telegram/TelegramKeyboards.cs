using System.Text;
using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Telegram;

/// <summary>The buttons of a reply: what to choose first, ways elsewhere last.</summary>
internal static class TelegramKeyboards
{
    private const int MostButtons = 100;
    private const int MostBytes = 64;

    /// <summary>A longer label has a row of its own: on a phone half a row shows no more.</summary>
    private const int MostBesideAnother = 18;

    public static TelegramKeyboard? Of(CommandReply reply)
    {
        var places = Buttons(reply).GroupBy(action => ButtonPlaces.Of(reply, action)).OrderBy(place => place.Key);
        IReadOnlyList<IReadOnlyList<TelegramButton>> rows = [.. places.SelectMany(place => Rows(reply, place, place.Key))];
        return rows.Count == 0 ? null : new TelegramKeyboard(rows);
    }

    /// <summary>The actions that are buttons; the others are told as text.</summary>
    public static IReadOnlyList<ReplyAction> Buttons(CommandReply reply) =>
        ButtonPlaces.Fitting(reply, reply.Actions.Where(action => action.Token is { Length: > 0 } token && Encoding.UTF8.GetByteCount(token) <= MostBytes), MostButtons);

    /// <summary>Answers and accounts stand alone, so that no thumb takes the one beside; short labels of the rest share a row.</summary>
    private static IEnumerable<IReadOnlyList<TelegramButton>> Rows(CommandReply reply, IEnumerable<ReplyAction> actions, ButtonPlace place)
    {
        var rows = new List<List<TelegramButton>>();
        foreach (var action in actions)
        {
            var button = new TelegramButton(ButtonLabels.Of(reply, action)) { CallbackData = action.Token };
            var alone = place == ButtonPlace.Answer || action.Kind == ReplyActionKind.Select || button.Text.Length > MostBesideAnother;
            if (!alone && rows is [.., [{ Text.Length: <= MostBesideAnother }]]) rows[^1].Add(button);
            else rows.Add([button]);
        }
        return rows;
    }
}
