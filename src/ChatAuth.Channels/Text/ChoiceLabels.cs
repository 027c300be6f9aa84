using System.Globalization;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using static ChatAuth.Channels.ButtonLabels;

namespace ChatAuth.Channels;

/// <summary>What the buttons of models and accounts say.</summary>
internal static class ChoiceLabels
{
    private const int MostModel = 36;

    public static string Of(CommandReply reply, ReplyAction action) => reply switch
    {
        CommandReply.Picker picker when picker.Rows.FirstOrDefault(row => row.Model.Ref == action.Model) is { } row => Row(row, action),
        CommandReply.AccountPicker when action.Profile is null => "Let ChatAuth choose" + Holding(action),
        CommandReply.AccountPicker picker when NumberedAccount.Of(picker, action) is { } account => Account(account, picker, action),
        _ => Selection(reply, action),
    };

    /// <summary><c>3. opus (2) ✓</c>: how many accounts could serve it, where that is not one.</summary>
    private static string Row(PickerRow row, ReplyAction action)
    {
        var usable = row.Accounts.Count(account => account.State is CandidateState.Ready or CandidateState.Expiring or CandidateState.Cooling);
        var count = usable == 1 ? "" : $" ({Number(usable)})";
        return Named($"{Number(row.Number)}. ", row.Model.Short, count + (row.IsCurrent ? " ✓" : "") + Holding(action));
    }

    /// <summary><c>2. work · ready · subscription ✓</c>.</summary>
    private static string Account(NumberedAccount account, CommandReply.AccountPicker picker, ReplyAction action)
    {
        var (profile, state, reason) = (account.Candidate.Profile, account.Candidate.State, account.Candidate.Reason);
        var standing = CandidateText.Bars(reason) ? ReplyWords.Of(reason) : $"{Kebab.Of(state)} · {ReplyWords.Of(profile.Billing)}";
        var mark = account.Holds ? " ✓" : "";
        return Named($"{account.Letter}. ", profile.NameAt(picker.Model.Ref.Provider), $" · {standing}{mark}{Holding(action)}");
    }

    /// <summary>An account where all are for one model, else the model with it.</summary>
    private static string Selection(CommandReply reply, ReplyAction action)
    {
        var model = $"{action.Model}";
        if (action.Shown is not { } shown) return Named("", model, Holding(action));
        var name = action.Model is { } known ? shown.NameAt(known.Provider) : shown.Name;
        return reply.Actions.Where(other => other.Kind == ReplyActionKind.Select).All(other => other.Model == action.Model)
            ? Named("Use ", name, $" · {ReplyWords.Of(shown.Billing)}{Holding(action)}")
            : Named(ShortName.Of(model, MostModel) + " · ", name, Holding(action));
    }

    /// <summary><c> · for 2h</c>, as it would be typed; nothing where it is for good.</summary>
    public static string Holding(ReplyAction action) => action.Span is not { } span ? "" : (int)span.TotalMinutes switch
    {
        var minutes when minutes % (24 * 60) == 0 => $" · for {Number(minutes / (24 * 60))}d",
        var minutes when minutes % 60 == 0 => $" · for {Number(minutes / 60)}h",
        var minutes => $" · for {Number(minutes)}m",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
