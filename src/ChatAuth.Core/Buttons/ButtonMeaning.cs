using ChatAuth.Core.Commands;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Buttons;

/// <summary>
/// What buttons mean to one person in one conversation now: from an action to the target that its button carries, and from a target back to the one
/// thing that has it. A target covers who is charged and how, so that a label never outlives its meaning.
/// </summary>
internal sealed class ButtonMeaning(Turn turn, SessionDraft draft)
{
    private PickerRows? _rows;

    private PickerRows Rows => _rows ??= PickerRows.Of(turn, draft);

    /// <summary>The target of an action; null for what no button can say, such as a model that no list has.</summary>
    public ButtonTarget? TargetOf(ReplyAction action) => action switch
    {
        { Kind: ReplyActionKind.Select, Model: { } model, Profile: { } profile } =>
            Row(model) is not null && turn.Roster.Find(profile) is { } account ? Of(model, account) : null,
        { Kind: ReplyActionKind.Select or ReplyActionKind.Pick, Model: { } model } => Row(model) is { } row ? Of(row) : null,
        { Kind: ReplyActionKind.Accounts, Model: { } model } => Row(model) is null ? null : ButtonTarget.Of("accounts", model.ToString()).AtPage(action.Page ?? 1),
        { Kind: ReplyActionKind.List } => Of(action.Provider).AtPage(action.Page ?? 1),
        { Kind: ReplyActionKind.AllowOnce or ReplyActionKind.AllowSession or ReplyActionKind.AllowNever or ReplyActionKind.Deny } =>
            draft.By is { } person && draft.State.QuestionTo(person) is { } question ? Of(question) : null,
        _ => default(ButtonTarget),
    };

    /// <summary>The command that a token stands for; null when it means nothing any more, or several things.</summary>
    public ModelCommand? CommandOf(ButtonToken token) => token.Action switch
    {
        ReplyActionKind.Select => Selection(token),
        ReplyActionKind.Pick => OnlyRow(token.Target) is { } row ? new ModelCommand.PickModel(row) : null,
        ReplyActionKind.Accounts => Only(Rows.Targets.Select(row => row.Model), model => ButtonTarget.Of("accounts", model.ToString()).AtPage(token.Target.Page) == token.Target) is { } model
            ? new ModelCommand.Accounts(model, token.Target.Page) : null,
        ReplyActionKind.List => List(token.Target),
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
    public static ButtonTarget Of(OpenQuestion question) =>
        ButtonTarget.Of("question", question.Kind.ToString(), question.To.Text, question.Profile.ToString(), question.Cause);

    private static ButtonTarget Of(ModelRef model, AuthProfile account) => ButtonTarget.Of(
        "account", model.Provider.Name, model.Model, account.Id.ToString(), account.Payer.Text, account.Billing.ToString());

    private static ButtonTarget Of(PickerTarget row) => ButtonTarget.Of("row", row.Model.Provider.Name, row.Model.Model, row.Accounts);

    private static ButtonTarget Of(ProviderId? provider) => ButtonTarget.Of("list", provider?.Name ?? "");

    private PickerTarget? Row(ModelRef model) => Rows.Targets.FirstOrDefault(row => row.Model == model);

    private ModelCommand.Select? Selection(ButtonToken token)
    {
        var accounts = Rows.Targets.SelectMany(row => turn.Visible
            .Where(known => known.Provider == row.Model.Provider)
            .Select(known => (row.Model, Account: turn.Roster.Find(known.Id)!)));
        List<(ModelRef Model, AuthProfile? Account)> found =
        [
            .. accounts.Where(entry => Of(entry.Model, entry.Account) == token.Target).Select(entry => (entry.Model, (AuthProfile?)entry.Account)),
            .. Rows.Targets.Where(row => Of(row) == token.Target).Select(row => (row.Model, (AuthProfile?)null)),
        ];
        return found is [var (model, account)]
            ? new ModelCommand.Select(new ModelSelector(model.ToString(), account?.Id.ToString(), 1, Quoted: true), token.Span, false)
            : null;
    }

    private ModelRef? OnlyRow(ButtonTarget target) => Only(Rows.Targets.Where(row => Of(row) == target).Select(row => row.Model), _ => true);

    private ModelCommand.List? List(ButtonTarget target)
    {
        List<ProviderId?> found = [.. turn.Catalog.Providers.Select(provider => (ProviderId?)provider).Prepend(null)
            .Where(provider => Of(provider).AtPage(target.Page) == target)];
        return found is [var provider] ? new ModelCommand.List(provider?.Name, target.Page) : null;
    }

    private static ModelRef? Only(IEnumerable<ModelRef> models, Func<ModelRef, bool> matches)
    {
        var found = models.Where(matches).Take(2).ToList();
        return found is [var one] ? one : null;
    }
}
