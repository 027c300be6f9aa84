using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>Commands that show and change nothing: list, numbers, status, why, history, help.</summary>
internal sealed class ViewCommands(SessionUpdater sessions, ISessionStore store, PickerMemory pickers)
{
    public Task<CommandReply> ListAsync(Turn turn, ModelCommand.List list, CancellationToken cancellationToken) =>
        ViewAsync(turn, draft => List(turn, draft, list), cancellationToken);

    /// <summary>What a number means: the model of its row, or a reply instead.</summary>
    public (ModelRef? Row, CommandReply? Instead) Pick(Turn turn, SessionDraft draft, int number)
    {
        if (!turn.RightsOf(draft).HasFlag(Rights.View)) return (null, turn.Display.Failed(draft, ErrorCode.RightMissing));
        var rows = PickerRows.ModelsOf(turn, draft.State);
        return !pickers.StillMeans(turn.Context, draft.State.ChoiceId, PickerMeaning.Of(turn, draft.State)) ? (null, turn.Display.Failed(draft, ErrorCode.PickerStale))
            : number < 1 || number > rows.Count ? (null, turn.Display.Failed(draft, ErrorCode.RowUnknown))
            : Take(turn, draft, rows[number - 1]);
    }

    /// <summary>What a tap on a row means, as for a number.</summary>
    public static (ModelRef? Row, CommandReply? Instead) Pick(Turn turn, SessionDraft draft, ModelRef row) =>
        turn.RightsOf(draft).HasFlag(Rights.View) ? Take(turn, draft, row) : (null, turn.Display.Failed(draft, ErrorCode.RightMissing));

    /// <summary>The accounts for a model, to choose from.</summary>
    public Task<CommandReply> AccountsAsync(Turn turn, ModelCommand.Accounts accounts, CancellationToken cancellationToken) =>
        ViewAsync(turn, draft => AccountsOf(turn, draft, accounts.Model, accounts.Page), cancellationToken);

    /// <summary>The list afresh, in the place of what a number or a tap meant.</summary>
    /// <param name="turn">The message or tap.</param>
    /// <param name="stale">What was to be answered: its notices are told now or never.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<CommandReply> FreshListAsync(Turn turn, CommandReply? stale, CancellationToken cancellationToken)
    {
        var list = await ViewAsync(
            turn, draft => Show(turn, draft, null, 1, BecauseOf(stale)), cancellationToken).ConfigureAwait(false);
        return stale is null ? list : list with { Notices = [.. stale.Notices, .. list.Notices] };
    }

    private static ErrorCode BecauseOf(CommandReply? stale) =>
        stale is CommandReply.Failed failed && failed.Code == ErrorCode.ChoiceMoved ? ErrorCode.ChoiceMoved : ErrorCode.PickerStale;

    public Task<CommandReply> StatusAsync(Turn turn, CancellationToken cancellationToken) => ViewAsync(turn, draft =>
    {
        var resolution = turn.Resolve(draft);
        var endpoint = turn.Context.Visibility is Visibility.Private ? turn.Catalog.FindEndpoint(resolution.Model.Provider) : null;
        return turn.Display.Dress(draft, new CommandReply.Status(
            turn.Display.Model(turn.Catalog.Default), turn.Display.Resolution(resolution),
            turn.Display.Receipt(draft.Snapshot.LastReceipt), endpoint?.BaseUrl, endpoint?.Api)
        {
            NotOfferedTo = PickerRows.NotOfferedTo(turn, resolution.Model, resolution.Candidates.Where(candidate => candidate.Profile is not null)),
            Actions = Offers.ForStatus(turn, draft, resolution),
        });
    }, cancellationToken);

    public Task<CommandReply> WhyAsync(Turn turn, CancellationToken cancellationToken) => ViewAsync(
        turn, draft => turn.Display.Dress(draft, new CommandReply.Why(turn.Display.Resolution(turn.Resolve(draft))) { Actions = Offers.WaysOn(turn) }), cancellationToken);

    public async Task<CommandReply> HistoryAsync(Turn turn, int count, CancellationToken cancellationToken)
    {
        var draft = await sessions.ReadAsync(turn.Context, cancellationToken).ConfigureAwait(false);
        if (!turn.RightsOf(draft).HasFlag(Rights.View)) return turn.Display.Failed(draft, ErrorCode.RightMissing);
        var entries = await store.ListHistoryAsync(turn.Context.Asker.Conversation, count, cancellationToken).ConfigureAwait(false);
        var display = turn.Display;
        return display.Dress(draft, new CommandReply.History([.. entries.Select(display.Change)]) { Actions = Offers.WaysOn(turn) });
    }

    /// <summary>The commands; to whoever comes before the first owner, how one becomes that.</summary>
    public async Task<CommandReply> HelpAsync(Turn turn, CancellationToken cancellationToken)
    {
        var draft = await sessions.ReadAsync(turn.Context, cancellationToken).ConfigureAwait(false);
        return turn.RightsOf(draft).HasFlag(Rights.View) ? turn.Display.Dress(draft, new CommandReply.Help { Actions = Offers.WaysOn(turn) })
            : turn.Display.Failed(draft, turn.IsUnowned(draft) ? ErrorCode.OwnerMissing : ErrorCode.RightMissing);
    }

    public Task<CommandReply> MalformedAsync(Turn turn, ModelCommand.Malformed wrong, CancellationToken cancellationToken) =>
        ViewAsync(turn, draft =>
        {
            IReadOnlyList<ReplyAction> offers = wrong.TimeAlone is { } span ? [turn.Display.Choice(turn.ModelOf(draft.State), span)] : [];
            return turn.Display.Failed(draft, wrong.Code, offers) with
            {
                Column = wrong.Column,
                Works = wrong.Works is { } works ? [works] : [.. offers.Select(offer => offer.Typed!)],
            };
        }, cancellationToken);

    private async Task<CommandReply> ViewAsync(Turn turn, Func<SessionDraft, CommandReply> show, CancellationToken cancellationToken)
    {
        var draft = await sessions.ReadAsync(turn.Context, cancellationToken).ConfigureAwait(false);
        return turn.RightsOf(draft).HasFlag(Rights.View) ? show(draft) : turn.Display.Failed(draft, ErrorCode.RightMissing);
    }

    private CommandReply List(Turn turn, SessionDraft draft, ModelCommand.List list)
    {
        ProviderId? provider = null;
        if (list.Provider is { } typed)
        {
            if (!ProviderId.TryParse(typed, out var named) || !turn.Catalog.Providers.Contains(named))
            {
                var near = NearMiss.Of(typed, turn.Catalog.Providers.Select(known => known.Name));
                return turn.Display.Failed(draft, ErrorCode.ProviderUnknown) with { Works = [.. near.Select(name => $"/model list {name}")] };
            }
            provider = named;
        }
        return Show(turn, draft, provider, list.Page, null);
    }

    private CommandReply Show(Turn turn, SessionDraft draft, ProviderId? provider, int page, ErrorCode? because)
    {
        var rows = PickerRows.Of(turn, draft.State, provider);
        var pages = PickerRows.Pages(turn, rows.All.Count);
        if (page < 1 || page > pages) return turn.Display.Failed(draft, ErrorCode.PageUnknown);
        pickers.Remember(turn.Context, draft.State.ChoiceId, PickerMeaning.Of(turn, draft.State), turn.Context.ReportsDelivery ? null : draft.Now);
        var (onPage, more) = (rows.Page(turn, draft, page), provider is null ? PickerRows.More(turn) : []);
        return turn.Display.Dress(draft, new CommandReply.Picker(onPage, page, pages, provider, because)
        {
            More = more,
            Actions = Offers.ForList(turn, onPage, more, provider, page, pages),
        });
    }

    /// <summary>Several accounts that could serve it are asked about, while the list still holds; else the model is taken.</summary>
    private static (ModelRef? Row, CommandReply? Instead) Take(Turn turn, SessionDraft draft, ModelRef row)
    {
        var usable = PickerRows.AccountsFor(turn, draft, row)
            .Count(account => account.State is CandidateState.Ready or CandidateState.Expiring or CandidateState.Cooling);
        return usable <= 1 ? (row, null)
            : (null, draft.IsStale ? turn.Display.Failed(draft, ErrorCode.PickerStale) : AccountsOf(turn, draft, row, 1));
    }

    private static CommandReply AccountsOf(Turn turn, SessionDraft draft, ModelRef model, int page)
    {
        var accounts = PickerRows.AccountsFor(turn, draft, model);
        var pages = turn.Context.HasButtons ? PickerRows.Pages(turn, accounts.Count) : 1;
        if (page < 1 || page > pages) return turn.Display.Failed(draft, ErrorCode.PageUnknown);
        var size = turn.Context.HasButtons ? PickerRows.PageSize(turn) : int.MaxValue;
        List<Candidate> onPage = [.. accounts.Skip((page - 1) * size).Take(size)];
        return turn.Display.Dress(draft, new CommandReply.AccountPicker(turn.Display.Model(model), [.. onPage.Select(turn.Display.Candidate)], page, pages)
        {
            First = ((page - 1) * size) + 1,
            Actions = Offers.ForAccounts(turn, model, onPage, page, pages),
        });
    }
}
