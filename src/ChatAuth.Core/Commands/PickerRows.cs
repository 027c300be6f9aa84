using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>The rows of a list as one person sees them here. Numbers go through all models, also those that only the list of their provider shows.</summary>
/// <param name="All">Every model of this list with its number; only a page of them is looked at further.</param>
internal sealed record PickerRows(IReadOnlyList<(int Number, ModelRef Model)> All)
{
    /// <summary>More providers than that are not named below the list.</summary>
    private const int MostMore = 5;

    /// <summary>How many rows, or accounts, a page has.</summary>
    public static int PageSize(Turn turn) => turn.Context.HasButtons ? turn.Context.ChoicesAPage : 20;

    /// <summary>How many pages that many rows fill; at least one.</summary>
    public static int Pages(Turn turn, int rows) => Math.Max(1, (rows + PageSize(turn) - 1) / PageSize(turn));

    /// <summary>The models that can be chosen, and the one that holds even where it cannot: the configured ones, then what vendors offer.</summary>
    public static IReadOnlyList<ModelRef> ModelsOf(Turn turn, SessionState state) => [.. ListedOf(turn, state), .. turn.Catalog.Offered.Select(model => model.Ref)];

    /// <summary>Those of them that no vendor needs to offer.</summary>
    public static IReadOnlyList<ModelRef> ListedOf(Turn turn, SessionState state)
    {
        var current = turn.ModelOf(state);
        List<ModelRef> models = [.. turn.Catalog.Models.Select(model => model.Ref).Where(turn.Catalog.Allows)];
        if (!models.Contains(current) && !turn.Catalog.IsOffered(current)) models.Insert(0, current);
        return models;
    }

    /// <summary>The list of a provider, or, for null, of the configured models and the one that holds.</summary>
    public static PickerRows Of(Turn turn, SessionState state, ProviderId? provider)
    {
        var (listed, offered, current) = (ListedOf(turn, state), turn.Catalog.Offered, turn.ModelOf(state));
        var rows = new List<(int Number, ModelRef Model)>();
        for (var i = 0; i < listed.Count; i++)
        {
            if (provider is null || listed[i].Provider == provider) rows.Add((i + 1, listed[i]));
        }
        if (provider is null && !turn.Catalog.IsOffered(current)) return new PickerRows(rows);
        for (var i = 0; i < offered.Count; i++)
        {
            if (provider is null ? offered[i].Ref == current : offered[i].Ref.Provider == provider) rows.Add((listed.Count + i + 1, offered[i].Ref));
        }
        return new PickerRows(rows);
    }

    /// <summary>The rows of a page with the accounts that can serve each.</summary>
    public IReadOnlyList<PickerRow> Page(Turn turn, SessionDraft draft, int page)
    {
        var current = turn.ModelOf(draft.State);
        return [.. All.Skip((page - 1) * PageSize(turn)).Take(PageSize(turn)).Select(row => RowOf(row.Number, row.Model))];

        PickerRow RowOf(int number, ModelRef model)
        {
            var accounts = AccountsFor(turn, draft, model);
            return new PickerRow(number, turn.Display.Model(model), [.. accounts.Select(turn.Display.Candidate)], model == current)
            {
                NotOfferedTo = NotOfferedTo(turn, model, accounts),
            };
        }
    }

    /// <summary>The accounts that can serve a model, as far as their vendors' lists say.</summary>
    public static IReadOnlyList<Candidate> AccountsFor(Turn turn, SessionDraft draft, ModelRef model)
    {
        var others = turn.Catalog.PassedOverFor(model, draft.Now);
        return [.. turn.Resolve(draft, SessionState.Initial, model).Candidates.Where(candidate => candidate.Profile is not null && !others.Contains(candidate.Id))];
    }

    /// <summary>The usable ones of these accounts to whom a model of the configuration is not offered; none where it is offered to somebody.</summary>
    public static IReadOnlyList<ShownProfile> NotOfferedTo(Turn turn, ModelRef model, IEnumerable<Candidate> accounts)
    {
        var without = turn.Catalog.NotOfferedTo(model);
        return [.. accounts
            .Where(account => account.State is CandidateState.Ready or CandidateState.Expiring or CandidateState.Cooling && without.Contains(account.Id))
            .Select(account => turn.Display.Profile(account.Profile!))];
    }

    /// <summary>The providers whose lists show more than this one.</summary>
    public static IReadOnlyList<MoreModels> More(Turn turn) =>
        [.. turn.Catalog.OfferedBy.Take(MostMore).Select(offer => new MoreModels(offer.Provider, offer.Count))];
}
