using ChatAuth.Core.Models;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>All rows of the list as one person sees them here, numbered through all pages, with what each means.</summary>
/// <param name="All">The rows.</param>
/// <param name="Targets">What they mean.</param>
internal sealed record PickerRows(IReadOnlyList<PickerRow> All, IReadOnlyList<PickerTarget> Targets)
{
    /// <summary>How many rows, or accounts, a page has.</summary>
    public static int PageSize(Turn turn) => turn.Context.HasButtons ? turn.Context.ChoicesAPage : 20;

    /// <summary>How many pages that many rows fill; at least one.</summary>
    public static int Pages(Turn turn, int rows) => Math.Max(1, (rows + PageSize(turn) - 1) / PageSize(turn));

    /// <summary>The models that can be chosen, and the one that holds even where it cannot.</summary>
    public static IReadOnlyList<ModelRef> ModelsOf(Turn turn, SessionState state)
    {
        var current = turn.ModelOf(state);
        var models = turn.Catalog.Models.Select(model => model.Ref).Where(turn.Catalog.Allows).ToList();
        if (!models.Contains(current)) models.Insert(0, current);
        return models;
    }

    public static PickerRows Of(Turn turn, SessionDraft draft)
    {
        var current = turn.ModelOf(draft.State);
        var rows = ModelsOf(turn, draft.State).Select((model, at) => new PickerRow(
            at + 1, turn.Display.Model(model),
            [.. turn.Resolve(draft, SessionState.Initial, model).Candidates.Where(candidate => candidate.Profile is not null).Select(turn.Display.Candidate)],
            model == current));
        return new PickerRows([.. rows], PickerTarget.Of(turn, draft.State));
    }
}
