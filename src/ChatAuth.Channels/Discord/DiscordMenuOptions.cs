using System.Globalization;
using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Discord;

/// <summary>The entries of menus: a model or an account, and below its name what a person chooses by.</summary>
internal static class DiscordMenuOptions
{
    private const int Most = 100;

    /// <summary>Lists are menus; any other choice, and the one of no account in particular, is a button.</summary>
    public static bool IsOption(CommandReply reply, ReplyAction action) => (reply, action) switch
    {
        (CommandReply.Picker picker, { Kind: ReplyActionKind.Pick }) => RowOf(picker, action) is not null,
        (CommandReply.AccountPicker picker, { Kind: ReplyActionKind.Select, Profile: not null }) => NumberedAccount.Of(picker, action) is not null,
        _ => false,
    };

    public static DiscordOption Of(CommandReply reply, ReplyAction action) => reply switch
    {
        CommandReply.Picker picker => Of(RowOf(picker, action)!, action, picker.At),
        CommandReply.AccountPicker picker => Of(NumberedAccount.Of(picker, action)!, action, picker),
        _ => throw new ArgumentOutOfRangeException(nameof(reply)),
    };

    private static PickerRow? RowOf(CommandReply.Picker picker, ReplyAction action) => picker.Rows.FirstOrDefault(row => row.Model.Ref == action.Model);

    /// <summary><c>3. opus ✓</c>, and <c>Claude Opus 4.5 — work ready · personal cooling</c>.</summary>
    private static DiscordOption Of(PickerRow row, ReplyAction action, DateTimeOffset now)
    {
        var about = new ReplyText().Line();
        if (row.Model.HasOwnLabel()) about.Add(row.Model.Label).Add(" — ");
        return Option(string.Create(CultureInfo.InvariantCulture, $"{row.Number}. "), row.Model.Short, row.IsCurrent, action, about.Accounts(row, now).NotOffered(" · ", row.NotOfferedTo, row.Model));
    }

    /// <summary><c>b. work ✓</c>, and <c>ready · subscription</c>.</summary>
    private static DiscordOption Of(NumberedAccount account, ReplyAction action, CommandReply.AccountPicker picker)
    {
        var profile = account.Candidate.Profile;
        var about = new ReplyText().Line().Badge(account.Candidate, picker.At).Add($" · {ReplyWords.Of(profile.Billing)}");
        return Option($"{account.Letter}. ", profile.NameAt(picker.Model.Ref.Provider), account.Holds, action, about);
    }

    /// <summary>The current one is marked in its label: what a menu shows as chosen, nobody can choose, and it leads to that model's accounts.</summary>
    private static DiscordOption Option(string before, string name, bool isCurrent, ReplyAction action, ReplyText about)
    {
        var after = (isCurrent ? " ✓" : "") + ChoiceLabels.Holding(action);
        return new DiscordOption(before + ShortName.Of(name, Most - before.Length - after.Length) + after, action.Token!)
        {
            Description = ShortName.Of(about.ToString(), Most),
        };
    }
}
