using ChatAuth.Core.Commands;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Models;

/// <summary>Writes a selector that means exactly one model and profile, with quotes only where it would mean something else without.</summary>
internal static class SelectorText
{
    public static string Of(ProfileId profile) => $"@{profile}";

    public static string Of(ModelRef model, ProfileId? profile, ModelCatalog catalog)
    {
        var name = catalog.ShortName(model);
        if (!IdText.IsValid(name)) name = model.ToString();
        if (profile is not { } id) return IsPlain(name) ? name : $"\"{name}\"";
        var text = $"{name}@{id}";
        if (IsSplitOnce(text) && catalog.Match(text, acceptUnlisted: false) is ModelMatch.Unknown) return text;
        return id.Name.Contains('@') ? $"\"{name}\"@\"{id}\"" : $"\"{name}\"@{id}";
    }

    private static bool IsPlain(string name) =>
        !name.Contains('@') && CommandWords.Find(name) is null && !CommandWords.IsNumber(name) && name != ":";

    private static bool IsSplitOnce(string text) => text.IndexOf('@') is > 0 and var at && at == text.LastIndexOf('@');
}
