namespace ChatAuth.Core.Models;

/// <summary>Which models a vendor let one credential use, when it was asked; immutable.</summary>
/// <param name="Key">Whose list it is.</param>
/// <param name="At">When the vendor was asked.</param>
/// <param name="Models">The models, in the vendor's order.</param>
/// <param name="IsComplete">They are all that the vendor offers: only then does a list say that a model is not offered.</param>
public sealed record ModelListing(ListingKey Key, DateTimeOffset At, IReadOnlyList<OfferedModel> Models, bool IsComplete = false);
