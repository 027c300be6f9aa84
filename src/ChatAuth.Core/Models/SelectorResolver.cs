using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Models;

/// <summary>
/// Holds a selector against what is known. An undecided <c>@</c> is split in every way and in none; one real match is taken, several are
/// asked about, and a text with an <c>@</c> that matches nothing is an error: a misspelt profile never becomes an unpinned model.
/// </summary>
internal static class SelectorResolver
{
    /// <summary>No pair of ids that anybody uses is longer.</summary>
    private const int MaxLength = 600;

    /// <summary>Says what the selector means to a person who may see these profiles.</summary>
    /// <param name="selector">What was typed.</param>
    /// <param name="catalog">The models.</param>
    /// <param name="visible">The profiles that the person may see.</param>
    /// <param name="current">The model that stays when only a profile is named.</param>
    public static SelectorMatch Resolve(ModelSelector selector, ModelCatalog catalog, IReadOnlyList<KnownProfile> visible, ModelRef current)
    {
        if (selector.Text.Length + (selector.Profile?.Length ?? 0) > MaxLength)
            return new SelectorMatch.Unknown(ErrorCode.ModelUnknown, selector.Column, []);

        var names = new KnownNames(catalog, visible);
        if (selector is { Text: "", Profile: { } profile }) return ResolveProfile(profile, selector, names, current.Provider);
        return selector.Profile is null && (selector.Quoted || !selector.Text.Contains('@'))
            ? ResolveModel(selector, names)
            : ResolveBoth(selector, names);
    }

    private static SelectorMatch ResolveProfile(string profile, ModelSelector selector, KnownNames names, ProviderId provider)
    {
        var found = names.FindProfiles(profile, provider);
        if (found.Count == 1) return new SelectorMatch.Selected(null, true, found[0]);
        if (found.Count > 1)
        {
            return new SelectorMatch.Ambiguous(
                ErrorCode.ProfileAmbiguous, [.. found.Select(one => SelectorText.Of(one.Id))], [.. found.Select(one => ((ModelRef?)null, (KnownProfile?)one))]);
        }

        var elsewhere = names.FindProfiles(profile);
        return elsewhere.Count > 0
            ? new SelectorMatch.Unknown(ErrorCode.ProfileOfOtherProvider, selector.ProfileColumn, names.Servable(elsewhere))
            : new SelectorMatch.Unknown(
                ErrorCode.ProfileUnknown, selector.ProfileColumn, [.. names.NearProfiles(profile, provider).Select(SelectorText.Of)]);
    }

    private static SelectorMatch ResolveModel(ModelSelector selector, KnownNames names) =>
        names.Catalog.Match(selector.Text, acceptUnlisted: !selector.Text.Contains('@')) switch
        {
            ModelMatch.Found found => new SelectorMatch.Selected(found.Model, found.Verified, null),
            ModelMatch.Several several => new SelectorMatch.Ambiguous(
                ErrorCode.ModelAmbiguous, [.. several.Models.Select(model => SelectorText.Of(model, null, names.Catalog))],
                [.. several.Models.Select(model => ((ModelRef?)model, (KnownProfile?)null))]),
            ModelMatch.NotAllowed => new SelectorMatch.Unknown(ErrorCode.ModelNotAllowed, selector.Column, []),
            _ => new SelectorMatch.Unknown(ErrorCode.ModelUnknown, selector.Column, names.NearModels(selector.Text)),
        };

    private static SelectorMatch ResolveBoth(ModelSelector selector, KnownNames names)
    {
        var splits = SelectorSplit.Of(selector, names);
        var readings = splits.SelectMany(split => split.Readings(names)).Distinct().ToArray();
        var allowed = Array.FindAll(readings, reading => names.Catalog.Allows(reading.Model));
        return allowed switch
        {
            [var (model, profile)] => new SelectorMatch.Selected(model, true, profile),
            [] when readings.Length > 0 => new SelectorMatch.Unknown(ErrorCode.ModelNotAllowed, selector.Column, []),
            [] => SelectorMiss.Of(selector, splits, names),
            _ => new SelectorMatch.Ambiguous(
                CodeOf(allowed), [.. allowed.Select(reading => SelectorText.Of(reading.Model, reading.Profile?.Id, names.Catalog))],
                [.. allowed.Select(reading => ((ModelRef?)reading.Model, reading.Profile))]),
        };
    }

    private static ErrorCode CodeOf(IReadOnlyList<(ModelRef Model, KnownProfile? Profile)> readings) =>
        readings.Select(reading => reading.Model).Distinct().Count() == 1 ? ErrorCode.ProfileAmbiguous
        : readings.Select(reading => reading.Profile).Distinct().Count() == 1 ? ErrorCode.ModelAmbiguous
        : ErrorCode.SelectorAmbiguous;
}
