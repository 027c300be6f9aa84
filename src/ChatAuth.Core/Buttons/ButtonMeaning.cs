using System.Globalization;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Buttons;

/// <summary>
/// What buttons mean to one person in one conversation now: from an action to the target that its button carries, and from a target back to the one
/// thing that has it. A target covers who is charged and how, so that a label never outlives its meaning.
/// </summary>
/// <param name="turn">The person, and what they may see.</param>
/// <param name="draft">The conversation.</param>
/// <param name="hashBits">How much of a hash tells things apart. Fewer bits are for tests, where things collide then.</param>
internal sealed class ButtonMeaning(Turn turn, SessionDraft draft, int hashBits = 8 * ButtonTarget.Bytes)
{
    private readonly Lazy<IReadOnlyList<PickerTarget>> _rows = new(() => PickerTarget.Of(turn, draft.State));

    private IReadOnlyList<PickerTarget> Rows => _rows.Value;

    private ModelRef Current => turn.ModelOf(draft.State);

    /// <summary>The target of an action; null for what no button can say, such as a model that no list has.</summary>
    public ButtonTarget? TargetOf(ReplyAction action) => action switch
    {
        { Kind: ReplyActionKind.Select, Profile: { } profile } => Account(action.Model, profile) is { } account ? ForAccount(action.Model, account) : null,
        { Kind: ReplyActionKind.Clear, Profile: { } profile } => Account(null, profile) is { } account ? ForClearing(account) : null,
        { Kind: ReplyActionKind.Select or ReplyActionKind.Pick, Model: { } model } => Rows.FirstOrDefault(row => row.Model == model) is { } row ? ForRow(row) : null,
        { Kind: ReplyActionKind.Accounts, Model: { } model } when PickerRows.ModelsOf(turn, draft.State).Contains(model) => ForAccounts(model).AtPage(action.Page ?? 1),
        { Kind: ReplyActionKind.List } => ForList(action.Provider).AtPage(action.Page ?? 1),
        { Kind: ReplyActionKind.AllowOnce or ReplyActionKind.AllowSession or ReplyActionKind.AllowNever or ReplyActionKind.Deny } =>
            draft.By is { } person && draft.State.QuestionTo(person) is { } question ? ForQuestion(question) : null,
        { Kind: ReplyActionKind.Select or ReplyActionKind.Pick or ReplyActionKind.Accounts } => null,
        _ => default(ButtonTarget),
    };

    /// <summary>The command that a token stands for; null when it means nothing any more, or several things.</summary>
    public ModelCommand? CommandOf(ButtonToken token) => token.Action switch
    {
        ReplyActionKind.Select => Only(token, Selections(token.Span)),
        ReplyActionKind.Pick => Only(token, Rows.Select(row => (ForRow(row), (ModelCommand)new ModelCommand.PickModel(row.Model)))),
        ReplyActionKind.Accounts => Only(token, Rows.Select(row => (
            ForAccounts(row.Model).AtPage(token.Target.Page), (ModelCommand)new ModelCommand.Accounts(row.Model, token.Target.Page)))),
        ReplyActionKind.List => Only(token, turn.Catalog.Providers.Select(provider => (ProviderId?)provider).Prepend(null).Select(provider => (
            ForList(provider).AtPage(token.Target.Page), (ModelCommand)new ModelCommand.List(provider?.Name, token.Target.Page)))),
        ReplyActionKind.Clear => Only(token, Clearings()),
        ReplyActionKind.Status => new ModelCommand.Status(),
        ReplyActionKind.Why => new ModelCommand.Why(),
        ReplyActionKind.Test => new ModelCommand.Test(null),
        ReplyActionKind.Unpin => new ModelCommand.Unpin(),
        ReplyActionKind.Undo => new ModelCommand.Undo(),
        ReplyActionKind.Reset => new ModelCommand.Reset(),
        ReplyActionKind.Inherit => new ModelCommand.Inherit(),
        ReplyActionKind.AllowOnce => new ModelCommand.Allow(ConsentScope.Once),
        ReplyActionKind.AllowSession => new ModelCommand.Allow(ConsentScope.Session),
        ReplyActionKind.AllowNever => new ModelCommand.Allow(ConsentScope.Never),
        ReplyActionKind.Deny => new ModelCommand.Deny(),
        _ => null,
    };

    /// <summary>Which question a button answers.</summary>
    public static ButtonTarget ForQuestion(OpenQuestion question) => ButtonTarget.Of(
        "question", question.Kind.ToString(), question.From?.Text ?? "", question.To.Text, question.Profile.ToString(), question.Cause);

    private ButtonTarget ForAccount(ModelRef? model, AuthProfile account) => ButtonTarget.Of(
        "account", model?.Provider.Name ?? "", model?.Model ?? "", account.Id.ToString(), account.Payer.Text, account.Billing.ToString()).First(hashBits);

    /// <summary>It ends the rest that it was drawn for, and no later one; null where the account does not rest.</summary>
    private ButtonTarget? ForClearing(AuthProfile account) => turn.Roster.FindEntry(account.Id)?.Health.RestAt(draft.Now) is { } rest
        ? ButtonTarget.Of(
            "clear", account.Id.ToString(), account.Payer.Text, rest.Reason.ToString(), rest.Until.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)).First(hashBits)
        : null;

    private ButtonTarget ForRow(PickerTarget row) => ButtonTarget.Of("row", row.Model.Provider.Name, row.Model.Model, row.Accounts).First(hashBits);

    private ButtonTarget ForAccounts(ModelRef model) => ButtonTarget.Of("accounts", model.Provider.Name, model.Model).First(hashBits);

    private ButtonTarget ForList(ProviderId? provider) => ButtonTarget.Of("list", provider?.Name ?? "").First(hashBits);

    /// <summary>The account that a button would pin with a model of the list, or, without one, for the model that holds.</summary>
    private AuthProfile? Account(ModelRef? model, ProfileId id) =>
        model is null || (turn.Catalog.Find(model.Value) is not null && turn.Catalog.Allows(model.Value))
            ? turn.AccountsOf((model ?? Current).Provider).FirstOrDefault(account => account.Id == id) : null;

    /// <summary>Everything that this person could select with one tap now.</summary>
    private IEnumerable<(ButtonTarget, ModelCommand)> Selections(TimeSpan? span)
    {
        foreach (var account in turn.AccountsOf(Current.Provider)) yield return (ForAccount(null, account), Select("", account));
        foreach (var row in Rows)
        {
            yield return (ForRow(row), Select(row.Model.ToString(), null));
            foreach (var account in turn.AccountsOf(row.Model.Provider)) yield return (ForAccount(row.Model, account), Select(row.Model.ToString(), account));
        }

        ModelCommand Select(string model, AuthProfile? account) =>
            new ModelCommand.Select(new ModelSelector(model, account?.Id.ToString(), 1, Quoted: true), span, false);
    }

    private IEnumerable<(ButtonTarget, ModelCommand)> Clearings()
    {
        foreach (var account in turn.AccountsOf(Current.Provider))
        {
            if (ForClearing(account) is { } target) yield return (target, new ModelCommand.Clear(account.Id.ToString(), 1));
        }
    }

    private static ModelCommand? Only(ButtonToken token, IEnumerable<(ButtonTarget Target, ModelCommand Command)> known)
    {
        var found = known.Where(entry => entry.Target == token.Target).Take(2).ToList();
        return found is [var (_, command)] ? command : null;
    }
}
