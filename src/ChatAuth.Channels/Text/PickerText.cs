using System.Globalization;
using ChatAuth.Core.Commands;

namespace ChatAuth.Channels;

/// <summary>The numbered list, and its second step.</summary>
internal static class PickerText
{
    /// <summary>A longer name sets its own row aside, not every row.</summary>
    private const int WidestName = 28;

    public static void Render(ReplyText text, CommandReply.Picker picker)
    {
        if (picker.Because is { } because) text.Line(because.Message + " ", TextStyle.Warn).Code(because);
        text.Line(picker.Provider is { } provider ? $"Models of {provider}" : "Models", TextStyle.Strong);
        if (picker.Pages > 1) text.Add(string.Create(CultureInfo.InvariantCulture, $", page {picker.Page} of {picker.Pages}"));
        if (picker.Rows.Count == 0) text.Line("There is none to choose from here.");
        else Rows(text, picker);
        More(text, picker);
        Offered(text, picker);
    }

    public static void Render(ReplyText text, CommandReply.AccountPicker picker)
    {
        text.Line("Which account shall serve ").Model(picker.Model).Add("?").Candidates(picker.Accounts, picker.At);
        Choose(text, picker, picker.Actions);
    }

    /// <summary>What to type for a row.</summary>
    public static void Choose(ReplyText text, CommandReply.Picker picker)
    {
        var example = picker.Rows.FirstOrDefault(row => !row.IsCurrent) ?? picker.Rows[0];
        text.Line("Choose: ").Commands(Examples(example, picker.Visibility));
    }

    /// <summary>What to type for the accounts; nothing in public.</summary>
    public static void Choose(ReplyText text, CommandReply.AccountPicker picker, IReadOnlyList<ReplyAction> told)
    {
        if (picker.Visibility == Visibility.Public) return;
        var typed = told.Where(action => action.Kind == ReplyActionKind.Select).Select(action => action.Typed).OfType<string>().ToList();
        if (typed.Count > 0) text.Line("Choose: ").Commands(typed);
    }

    /// <summary>What to type for the next page, where there is one.</summary>
    public static void More(ReplyText text, CommandReply.Picker picker)
    {
        if (picker.Page < picker.Pages) text.Line("More: ").Commands([NextPage(picker)]);
    }

    /// <summary>What vendors offer beside the configured models, and what to type for it.</summary>
    public static void Offered(ReplyText text, CommandReply.Picker picker)
    {
        if (picker.More.Count == 0) return;
        text.Line("Offered besides: ").Add(string.Join(", ", picker.More.Select(more => string.Create(CultureInfo.InvariantCulture, $"{more.Count} of {more.Provider}"))));
        text.Line("All of one: ").Commands([.. picker.More.Select(more => $"/model list {more.Provider}")]);
    }

    /// <summary><c>not in work's list</c>: nobody is offered it, as far as those accounts' vendors say.</summary>
    public static ReplyText NotOffered(this ReplyText text, string before, IReadOnlyList<ShownProfile> accounts, ShownModel model)
    {
        if (accounts.Count == 0) return text;
        var name = accounts[0].NameAt(model.Ref.Provider);
        return text.Add(before).Add(accounts.Count == 1 ? $"not in {name}'s list"
            : string.Create(CultureInfo.InvariantCulture, $"not in the lists of {name} and {accounts.Count - 1} more"), TextStyle.Warn);
    }

    private static void Rows(ReplyText text, CommandReply.Picker picker)
    {
        var rows = picker.Rows.Select(row => (Row: row, Number: row.Number.ToString(CultureInfo.InvariantCulture))).ToList();
        var name = 2 + rows.Max(row => row.Number.Length) + 2;
        var label = name + ColumnFor(picker.Rows.Select(row => row.Model.Short));
        var accounts = picker.Rows.Any(row => row.Model.HasOwnLabel())
            ? label + ColumnFor(picker.Rows.Where(row => row.Model.HasOwnLabel()).Select(row => row.Model.Label))
            : label;
        foreach (var (row, number) in rows)
        {
            text.Line(row.IsCurrent ? "* " : "  ", TextStyle.Good).Add(number).Pad(name).Add(row.Model.Short, TextStyle.Strong);
            if (row.Model.HasOwnLabel()) text.Pad(label).Add(row.Model.Label);
            text.Pad(accounts).Accounts(row.Accounts, row.Model.Ref.Provider, picker.At).NotOffered(" · ", row.NotOfferedTo, row.Model);
        }
        Choose(text, picker);
    }

    private static IEnumerable<string> Examples(PickerRow row, Visibility visibility)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"/model {row.Number}");
        if (visibility == Visibility.Private && row.Accounts.FirstOrDefault() is { } account) // A label cannot be typed.
            yield return $"/model {row.Model.Short}@{account.Profile.NameAt(row.Model.Ref.Provider)}";
    }

    private static int ColumnFor(IEnumerable<string> names) => names.Max(name => Math.Min(ReplyText.Width(CleanText.Name(name)), WidestName)) + 2;

    private static string NextPage(CommandReply.Picker picker) => picker.Provider is { } provider
        ? string.Create(CultureInfo.InvariantCulture, $"/model list {provider} {picker.Page + 1}")
        : string.Create(CultureInfo.InvariantCulture, $"/model list {picker.Page + 1}");
}
