using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Commands;

/// <summary>
/// Reads a selector that stands by itself beside its prompt; and finds <c>/alias@profile prompt</c> for a selector that was followed by one, which is
/// offered, never applied.
/// </summary>
internal static class AskOnceForm
{
    private const int MaxSelector = 600;

    /// <summary>Reads the selector; every text is legal input.</summary>
    public static ModelCommand Read(string with, string prompt)
    {
        var cursor = new TextCursor(with.AsSpan().TrimEnd(), 0);
        cursor.SkipBlanks();
        var lineBreak = cursor.Rest.IndexOfAny(TextCursor.LineBreaks);
        if (lineBreak >= 0) return new ModelCommand.Malformed(ErrorCode.LineBreak, cursor.Column + lineBreak, null);
        return SelectorReader.TryRead(ref cursor, out var selector, out var error)
            ? CommandEnd.Require(ref cursor, new ModelCommand.AskOnce(selector, prompt) { IsSelectorAlone = true }, Repeat(selector))
            : error;
    }

    /// <summary>The form that works, or null when the model has no alias or the text cannot be repeated safely.</summary>
    public static string? Of(ModelSelector selector, ReadOnlySpan<char> prompt, ModelCatalog catalog, BotAddress bot)
    {
        if (selector.Text.Length > MaxSelector || FindAlias(selector, catalog, out var profile) is not { } alias) return null;
        var works = $"/{alias}{(profile is null ? "" : "@")}{profile} {EchoText.Of(prompt)}";
        return ModelCommandParser.Parse(works, catalog, bot).Command is ModelCommand.AskOnce asked
            && asked.Selector.Text == alias && asked.Selector.Profile == profile ? works : null;
    }

    /// <summary>What was meant by text after a selector: a profile that a blank parted from it, else a question.</summary>
    public static string? Instead(ModelSelector selector, ReadOnlySpan<char> rest, ModelCatalog catalog, BotAddress bot) =>
        rest is ['@', .. var profile] && IdText.IsValid(profile) && selector.Profile is null
            ? Repeat(selector with { Profile = profile.ToString() }) is { } again ? $"/model {again}" : null
            : Of(selector, rest, catalog, bot);

    /// <summary>The selector as it can be typed again; null when it cannot be repeated safely.</summary>
    public static string? Repeat(ModelSelector selector)
    {
        if (selector.Text.Length > 0 && !IdText.IsValid(selector.Text)) return null;
        return selector.Profile is null ? selector.Text : IdText.IsValid(selector.Profile) ? $"{selector.Text}@{selector.Profile}" : null;
    }

    /// <summary>The longest part before an <c>@</c> that names a model decides; whether the profile exists is not looked at, so nobody learns it here.</summary>
    private static string? FindAlias(ModelSelector selector, ModelCatalog catalog, out string? profile)
    {
        profile = selector.Profile;
        var model = selector.Text.AsSpan();
        var whole = AliasOf(model, catalog);
        if (whole is not null || selector.Quoted || profile is not null) return IsHarmless(profile) ? whole : null;
        for (var at = model.LastIndexOf('@'); at > 0; at = model[..at].LastIndexOf('@'))
        {
            if (AliasOf(model[..at], catalog) is not { } alias) continue;
            profile = selector.Text[(at + 1)..];
            return IsHarmless(profile) ? alias : null;
        }
        return null;
    }

    private static bool IsHarmless(string? profile) => profile is null || IdText.IsValid(profile);

    private static string? AliasOf(ReadOnlySpan<char> model, ModelCatalog catalog) =>
        catalog.IsAlias(model) ? model.ToString()
        : catalog.Match(model, acceptUnlisted: false) is ModelMatch.Found found && catalog.Find(found.Model) is { Aliases: [var first, ..] } ? first
        : null;
}
