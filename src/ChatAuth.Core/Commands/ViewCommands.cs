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

    /// <summary>What a number means: a reply, or the model of its row with the choice under which that holds.</summary>
    public async Task<(CommandReply? Reply, ModelRef? Picked, ChoiceId Choice)> PickAsync(Turn turn, int row, CancellationToken cancellationToken)
    {
        var draft = await sessions.ReadAsync(turn.Context, cancellationToken).ConfigureAwait(false);
        if (!turn.RightsOf(draft).HasFlag(Rights.View)) return (turn.Display.Failed(draft, ErrorCode.RightMissing), null, default);
        var choice = draft.State.ChoiceId;
        var rows = PickerRows.Of(turn, draft);
        if (!pickers.StillMeans(turn.Context, choice, rows.Targets))
        {
            return (Show(turn, draft, rows, null, 1, ErrorCode.PickerStale), null, choice);
        }
        if (row < 1 || row > rows.All.Count) return (turn.Display.Failed(draft, ErrorCode.RowUnknown), null, choice);
        var chosen = rows.All[row - 1];
        var usable = chosen.Accounts.Count(account => account.State is CandidateState.Ready or CandidateState.Expiring or CandidateState.Cooling);
        return usable > 1
            ? (turn.Display.Dress(draft, AccountsOf(turn, draft, chosen)), null, choice)
            : (null, chosen.Model.Ref, choice);
    }

    public Task<CommandReply> StatusAsync(Turn turn, CancellationToken cancellationToken) => ViewAsync(turn, draft =>
    {
        var resolution = turn.Resolve(draft);
        var endpoint = turn.Context.Visibility is Visibility.Private ? turn.Catalog.FindEndpoint(resolution.Model.Provider) : null;
        return turn.Display.Dress(draft, new CommandReply.Status(
            turn.Display.Model(turn.Catalog.Default), turn.Display.Resolution(resolution),
            turn.Display.Receipt(draft.Snapshot.LastReceipt), endpoint?.BaseUrl, endpoint?.Api)
        {
            Actions = Offers.ForStatus(turn, draft, resolution),
        });
    }, cancellationToken);

    public Task<CommandReply> WhyAsync(Turn turn, CancellationToken cancellationToken) => ViewAsync(
        turn, draft => turn.Display.Dress(draft, new CommandReply.Why(turn.Display.Resolution(turn.Resolve(draft)))), cancellationToken);

    public async Task<CommandReply> HistoryAsync(Turn turn, int count, CancellationToken cancellationToken)
    {
        var draft = await sessions.ReadAsync(turn.Context, cancellationToken).ConfigureAwait(false);
        if (!turn.RightsOf(draft).HasFlag(Rights.View)) return turn.Display.Failed(draft, ErrorCode.RightMissing);
        var entries = await store.ListHistoryAsync(turn.Context.Asker.Conversation, count, cancellationToken).ConfigureAwait(false);
        var display = turn.Display;
        return display.Dress(draft, new CommandReply.History([.. entries.Select(display.Change)]));
    }

    public Task<CommandReply> HelpAsync(Turn turn, CancellationToken cancellationToken) =>
        ViewAsync(turn, draft => turn.Display.Dress(draft, new CommandReply.Help()), cancellationToken);

    public Task<CommandReply> MalformedAsync(Turn turn, ModelCommand.Malformed wrong, CancellationToken cancellationToken) =>
        ViewAsync(turn, draft => turn.Display.Failed(draft, wrong.Code) with
        {
            Column = wrong.Column,
            Works = wrong.Works is { } works ? [works] : [],
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
        return Show(turn, draft, PickerRows.Of(turn, draft), provider, list.Page, null);
    }

    private CommandReply Show(Turn turn, SessionDraft draft, PickerRows rows, ProviderId? provider, int page, ErrorCode? because)
    {
        var shown = provider is null ? rows.All : [.. rows.All.Where(row => row.Model.Ref.Provider == provider)];
        var pages = Math.Max(1, (shown.Count + PickerRows.PageSize - 1) / PickerRows.PageSize);
        if (page < 1 || page > pages) return turn.Display.Failed(draft, ErrorCode.PageUnknown);
        pickers.Remember(turn.Context, draft.State.ChoiceId, rows.Targets, turn.Context.ReportsDelivery ? null : draft.Now);
        return turn.Display.Dress(draft, new CommandReply.Picker(
            [.. shown.Skip((page - 1) * PickerRows.PageSize).Take(PickerRows.PageSize)], page, pages, provider, because)
        {
            Actions = page < pages ? [new ReplyAction(ReplyActionKind.List, $"/model list {(provider is { } only ? $"{only} " : "")}{page + 1}")] : [],
        });
    }

    private static CommandReply.AccountPicker AccountsOf(Turn turn, SessionDraft draft, PickerRow row)
    {
        var model = row.Model.Ref;
        var accounts = turn.Resolve(draft, SessionState.Initial, model).Candidates.Where(candidate => candidate.Profile is not null);
        return new CommandReply.AccountPicker(row.Model, row.Accounts)
        {
            Actions =
            [
                .. accounts.Select(account => turn.Display.Account(model, account.Profile!)),
                new ReplyAction(ReplyActionKind.Select, $"/model {row.Model.Short}", model),
            ],
        };
    }
}
