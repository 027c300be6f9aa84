using ChatAuth.Core.Errors;

namespace ChatAuth.Core.Models;

/// <summary>Says what is wrong with a selector that holds an <c>@</c> and has no real match.</summary>
internal static class SelectorMiss
{
    /// <summary>Looking for what was nearly typed stops here: a text with more <c>@</c> is near nothing.</summary>
    private const int MaxSplits = 4;

    public static SelectorMatch Of(ModelSelector selector, IReadOnlyList<SelectorSplit> splits, KnownNames names)
    {
        SelectorMatch.Unknown? unknown = null;
        foreach (var split in splits.Where(split => split.Models.Any(names.Catalog.Allows)))
        {
            var elsewhere = names.FindProfiles(split.Profile!);
            if (elsewhere.Count > 0)
                return new SelectorMatch.Unknown(ErrorCode.ProfileOfOtherProvider, split.Column, names.Servable(elsewhere));
            unknown ??= new SelectorMatch.Unknown(ErrorCode.ProfileUnknown, split.Column, NearProfiles(split, names));
        }
        if (unknown is not null) return unknown;
        return splits.Any(split => split.Models.Count > 0)
            ? new SelectorMatch.Unknown(ErrorCode.ModelNotAllowed, selector.Column, [])
            : new SelectorMatch.Unknown(ErrorCode.ModelUnknown, selector.Column, NearModels(splits, names));
    }

    private static string[] NearProfiles(SelectorSplit split, KnownNames names) =>
        [.. split.Models
            .SelectMany(model => names.NearProfiles(split.Profile!, model.Provider), (model, id) => SelectorText.Of(model, id, names.Catalog))
            .Take(KnownNames.MaxNear)];

    private static IReadOnlyList<string> NearModels(IReadOnlyList<SelectorSplit> splits, KnownNames names)
    {
        foreach (var split in splits.Where(split => split.Profile is not null).Take(MaxSplits))
        {
            if (names.FindProfiles(split.Profile!) is { Count: > 0 } profiles) return names.NearModels(split.Model, profiles);
        }
        return [];
    }
}
