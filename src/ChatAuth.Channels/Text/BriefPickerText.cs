using System.Globalization;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Channels;

/// <summary>The lists for letters of different widths: no columns, and names so short that a page of eight fits one message.</summary>
internal static class BriefPickerText
{
    private const int MostName = 40;
    private const int MostAccounts = 2;

    public static void Render(ReplyText text, CommandReply.Picker picker, IReadOnlyList<ReplyAction> told, bool menu)
    {
        if (picker.Because is { } because) text.Line(because.Message + " ", TextStyle.Warn).Code(because);
        Current(text, picker.Session, picker.Rows.FirstOrDefault(row => row.IsCurrent));
        if (picker.Rows.Count == 0)
        {
            text.Line("There is none to choose from here.");
            return;
        }

        text.Line(picker.Provider is { } provider ? $"Choose a model of {provider}" : "Choose a model").Page(picker.Page, picker.Pages);
        var buttons = picker.Actions.Except(told).Where(action => action.Kind == ReplyActionKind.Pick).Select(action => action.Model).ToList();
        foreach (var row in picker.Rows.Where(row => !menu || !buttons.Contains(row.Model.Ref))) Row(text, row, picker.At);
        if (buttons.Count < picker.Rows.Count) PickerText.Choose(text, picker);
        if (told.Any(action => action.Kind == ReplyActionKind.List && action.Page is not null)) PickerText.More(text, picker);
        PickerText.Offered(text, picker);
    }

    public static void Render(ReplyText text, CommandReply.AccountPicker picker, IReadOnlyList<ReplyAction> told, bool menu)
    {
        Current(text, picker.Session, null);
        text.Line("Choose the account for ").Named(picker.Model).Page(picker.Page, picker.Pages);
        var listed = NumberedAccount.Of(picker);
        if (menu) listed = [.. listed.Except(picker.Actions.Except(told).Select(action => NumberedAccount.Of(picker, action)).OfType<NumberedAccount>())];
        foreach (var account in listed)
        {
            text.Line($"{account.Letter}. ").Account(account.Candidate.Profile, picker.Model.Ref.Provider);
            text.Add(account.Holds ? " ✓ — " : " — ").Badge(account.Candidate, picker.At);
        }
        PickerText.Choose(text, picker, told);
    }

    /// <summary><c>work ready · personal expiring in 5 h · and 1 more</c>.</summary>
    public static ReplyText Accounts(this ReplyText text, PickerRow row, DateTimeOffset now)
    {
        if (row.Accounts.Count == 0) text.Add("no account");
        var between = "";
        foreach (var account in row.Accounts.Take(MostAccounts))
        {
            text.Add(between).Add(ShortName.Of(account.Profile.NameAt(row.Model.Ref.Provider), MostName)).Add(" ").Badge(account, now);
            between = " · ";
        }
        var more = row.Accounts.Count - MostAccounts;
        return more > 0 ? text.Add(string.Create(CultureInfo.InvariantCulture, $" · and {more} more")) : text;
    }

    /// <summary><c>2. sonnet · Claude Sonnet 4.5 — work ready</c>.</summary>
    private static void Row(ReplyText text, PickerRow row, DateTimeOffset now) =>
        text.Line(Number(row.Number)).Named(row.Model).Add(row.IsCurrent ? " ✓ — " : " — ").Accounts(row, now).NotOffered(" · ", row.NotOfferedTo, row.Model);

    /// <summary>What holds, and who pays: the account that a person pinned or that is kept, else the one that comes first.</summary>
    private static void Current(ReplyText text, ShownSession? session, PickerRow? row)
    {
        if (session is null) return;
        var provider = session.Model.Ref.Provider;
        text.Line("Current: ", TextStyle.Strong).Named(session.Model);
        var pin = session.Pins.FirstOrDefault(pin => pin.Provider == provider && pin.Profile is not null);
        if (pin is { State: PinStateName.PinBroken, Profile: { } broken })
            text.Add(" — pinned to ").Account(broken, provider).Add(", which cannot be used now", TextStyle.Bad);
        else if ((pin?.Profile ?? First(row)) is { } payer) text.Add(" — ").Account(payer, provider).Add(" pays");
        if (pin?.State == PinStateName.UserPinned) text.Add(", pinned");
    }

    private static ShownProfile? First(PickerRow? row) =>
        row?.Accounts.FirstOrDefault(account => account.Reason == CandidateReason.Chosen)?.Profile;

    private static ReplyText Named(this ReplyText text, ShownModel model)
    {
        text.Add(ShortName.Of(model.Short, MostName), TextStyle.Strong);
        return model.HasOwnLabel() ? text.Add(" · ").Add(ShortName.Of(model.Label, MostName)) : text;
    }

    private static ReplyText Account(this ReplyText text, ShownProfile profile, ProviderId provider) =>
        text.Add(ShortName.Of(profile.NameAt(provider), MostName), TextStyle.Strong).Add($" ({ReplyWords.Of(profile.Billing)})");

    private static void Page(this ReplyText text, int page, int pages) =>
        text.Add(pages > 1 ? string.Create(CultureInfo.InvariantCulture, $" (page {page} of {pages}):") : ":");

    private static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}. ");
}
