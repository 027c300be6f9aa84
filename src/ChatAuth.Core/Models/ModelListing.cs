namespace ChatAuth.Core.Models;

/// <summary>Which models a vendor let one credential use, when it was asked; immutable.</summary>
/// <param name="Key">Whose list it is.</param>
/// <param name="At">When the vendor was asked.</param>
/// <param name="Models">The models, in the vendor's order.</param>
public sealed record ModelListing(ListingKey Key, DateTimeOffset At, IReadOnlyList<OfferedModel> Models);
