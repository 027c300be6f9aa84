namespace ChatAuth.Core.Models;

/// <summary>One model that the operator's configuration lists.</summary>
/// <param name="Ref">Its full name.</param>
/// <param name="Aliases">Short names, none of which another model has.</param>
/// <param name="Label">A name for people; null shows the ref.</param>
public sealed record CatalogModel(ModelRef Ref, IReadOnlyList<string> Aliases, string? Label = null);
