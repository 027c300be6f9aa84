using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Models;

/// <summary>One way to part a selector into model and profile.</summary>
/// <param name="Model">The part before the <c>@</c>, or all.</param>
/// <param name="Profile">The part after the <c>@</c>; null where it is not split.</param>
/// <param name="Column">Where the profile stands, or the selector where it is not split.</param>
/// <param name="Models">What the part before the <c>@</c> names.</param>
internal sealed record SelectorSplit(string Model, string? Profile, int Column, IReadOnlyList<ModelRef> Models)
{
    /// <summary>All ways: the one that quoting decided, else none and every <c>@</c>; the longest model first.</summary>
    public static IReadOnlyList<SelectorSplit> Of(ModelSelector selector, KnownNames names)
    {
        var text = selector.Text;
        if (selector.Profile is not null) return [new SelectorSplit(text, selector.Profile, selector.ProfileColumn, names.FindModels(text))];

        var splits = new List<SelectorSplit> { new(text, null, selector.Column, names.FindModels(text)) };
        for (var at = text.LastIndexOf('@'); at >= 0; at = text.AsSpan(0, at).LastIndexOf('@'))
        {
            var model = text[..at];
            splits.Add(new SelectorSplit(model, text[(at + 1)..], selector.Column + at + 1, names.FindModels(model)));
        }
        return splits;
    }

    /// <summary>The real matches: each model with each profile of its provider that is meant.</summary>
    public IEnumerable<(ModelRef Model, KnownProfile? Profile)> Readings(KnownNames names) => Profile is null
        ? Models.Select(model => (model, (KnownProfile?)null))
        : Models.SelectMany(model => names.FindProfiles(Profile, model.Provider), (model, profile) => (model, (KnownProfile?)profile));
}
