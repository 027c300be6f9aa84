namespace ChatAuth.Core.Models;

/// <summary>A model that a vendor's list names. Both texts were the vendor's; here they are a valid id, and a label without what could mislead.</summary>
/// <param name="Id">The vendor's own id of the model, as in <see cref="ModelRef.Model"/>.</param>
/// <param name="Label">A name for people, at most <see cref="OfferedModels.LongestLabel"/> characters; null shows the ref.</param>
public sealed record OfferedModel(string Id, string? Label);
