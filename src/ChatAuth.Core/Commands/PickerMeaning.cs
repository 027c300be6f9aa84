using ChatAuth.Core.Models;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>What the numbers of a list mean, through all pages. It is kept for everybody who saw one, so what vendors offer is not copied.</summary>
/// <param name="Listed">The configured models, and the one that holds.</param>
/// <param name="Offered">What vendors offer besides; the catalog's own list.</param>
/// <param name="Accounts">Who could be charged for those.</param>
internal sealed record PickerMeaning(IReadOnlyList<PickerTarget> Listed, IReadOnlyList<CatalogModel> Offered, string Accounts)
{
    public static PickerMeaning Of(Turn turn, SessionState state) => new(
        PickerTarget.Of(turn, PickerRows.ListedOf(turn, state)), turn.Catalog.Offered,
        string.Join('\n', turn.Catalog.OfferedBy.Select(offer => PickerTarget.TextOf(turn, offer.Provider))));

    /// <summary>Every number means the same.</summary>
    public bool IsSame(PickerMeaning other) =>
        Listed.SequenceEqual(other.Listed) && Accounts == other.Accounts
        && (ReferenceEquals(Offered, other.Offered) || Offered.Select(model => model.Ref).SequenceEqual(other.Offered.Select(model => model.Ref)));
}
