using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>All rows of the list as one person sees them here, numbered through all pages, with what each means.</summary>
/// <param name="All">The rows.</param>
/// <param name="Targets">What they mean.</param>
internal sealed record PickerRows(IReadOnlyList<PickerRow> All, IReadOnlyList<PickerTarget> Targets)
{
    /// <summary>How many rows, or accounts, a page has: with buttons, what a thumb can choose from.</summary>
    public static int PageSize(Turn turn) => turn.Context.HasButtons ? 8 : 20;

    /// <summary>How many pages that many rows fill; at least one.</summary>
    public static int Pages(Turn turn, int rows) => Math.Max(1, (rows + PageSize(turn) - 1) / PageSize(turn));

    public static PickerRows Of(Turn turn, SessionDraft draft)
    {
        var current = turn.ModelOf(draft.State);
        var models = turn.Catalog.Models.Select(model => model.Ref).Where(turn.Catalog.Allows).ToList();
        if (!models.Contains(current)) models.Insert(0, current);
        var rows = new List<PickerRow>(models.Count);
        var targets = new List<PickerTarget>(models.Count);
        foreach (var model in models)
        {
            var candidates = turn.Resolve(draft, SessionState.Initial, model).Candidates.Where(candidate => candidate.Profile is not null).ToList();
            rows.Add(new PickerRow(rows.Count + 1, turn.Display.Model(model), [.. candidates.Select(turn.Display.Candidate)], model == current));
            targets.Add(PickerTarget.Of(model, candidates.Select(candidate => candidate.Profile!)));
        }
        return new PickerRows(rows, targets);
    }
}
