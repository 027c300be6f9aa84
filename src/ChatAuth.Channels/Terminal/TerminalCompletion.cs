using ChatAuth.Core.Commands;
using ChatAuth.Core.Models;

namespace ChatAuth.Channels.Terminal;

/// <summary>What could stand before the cursor of a line, best first. A pure function of the names that the person may see.</summary>
internal static class TerminalCompletion
{
    private static readonly string[] s_spans = ["30m", "1h", "2h", "8h", "1d", "1w"];

    public static IReadOnlyList<TerminalCandidate> Complete(string text, int cursor, CompletionNames names)
    {
        var before = text[..cursor];
        if (!before.StartsWith('/')) return [];

        var start = before.LastIndexOfAny([' ', '\t']) + 1;
        var earlier = before[..start].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var typed = before[start..];
        return [.. Offered(earlier, typed, names)
            .Where(name => name.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(name => name.Text)
            .Select(name => new TerminalCandidate(start, name.Text, name.Note))];
    }

    private static IEnumerable<(string Text, string? Note)> Offered(string[] earlier, string typed, CompletionNames names) =>
        earlier.Length == 0 ? Commands(typed, names)
        : IsModel(earlier[0]) ? Arguments(earlier[1..], typed, names)
        : IsAlias(earlier[0], names) ? Options(earlier[1..])
        : [];

    private static IEnumerable<(string, string?)> Arguments(string[] earlier, string typed, CompletionNames names) => earlier switch
    {
        [] => [.. Plain(CompletionNames.Words), .. Selectors(typed, names)],
        [var word] when Is(word, "list") => Plain(names.Models.Select(model => model.Ref.Provider.Name)),
        [var word] when Is(word, "allow") => Plain(["once", "session", "never"]),
        [var word] when Is(word, "clear") => names.Profiles.Select(profile => ($"@{profile}", (string?)null)),
        [var word] when Is(word, "test") => Selectors(typed, names),
        [var word, ..] when CompletionNames.Words.Contains(word, StringComparer.OrdinalIgnoreCase) => [],
        _ => Options(earlier[1..]),
    };

    /// <summary>What follows a selector: <c>for 2h ?</c>.</summary>
    private static IEnumerable<(string, string?)> Options(string[] earlier) => earlier switch
    {
        [] => Plain(["for", "?"]),
        [var word] when Is(word, "for") => Plain(s_spans),
        [var word, not "?"] when Is(word, "for") => Plain(["?"]),
        _ => [],
    };

    private static IEnumerable<(string, string?)> Commands(string typed, CompletionNames names) =>
    [
        .. Plain(["/model", "/models"]),
        .. names.Models.SelectMany(model => model.Aliases.Select(alias => ($"/{alias}", Note(model)))),
        .. names.Models.SelectMany(model => model.Aliases.SelectMany(alias => Accounts($"/{alias}", model.Ref.Provider, typed, names))),
        .. Plain(["/quit"]),
    ];

    private static IEnumerable<(string, string?)> Selectors(string typed, CompletionNames names) =>
    [
        .. names.Models.SelectMany(model => model.Aliases.Select(alias => (alias, Note(model)))),
        .. names.Models.Select(model => (model.Ref.ToString(), model.Label)),
        .. names.Models.SelectMany(model => NamesOf(model).SelectMany(name => Accounts(name, model.Ref.Provider, typed, names))),
        .. Accounts("", names.Current, typed, names),
    ];

    /// <summary>A name with each account of its provider. The short name is offered first; the whole id to whoever begins to type it.</summary>
    private static IEnumerable<(string, string?)> Accounts(string name, ProviderId? provider, string typed, CompletionNames names)
    {
        var head = name + "@";
        if (!typed.StartsWith(head, StringComparison.OrdinalIgnoreCase)) yield break;
        foreach (var profile in names.Profiles.Where(profile => profile.Provider == provider))
        {
            yield return (head + profile.Name, profile.ToString());
            if (typed.Length > head.Length) yield return ($"{head}{profile}", null);
        }
    }

    private static IEnumerable<string> NamesOf(CatalogModel model) => [.. model.Aliases, model.Ref.ToString(), model.Ref.Model];

    private static string Note(CatalogModel model) => model.Label ?? model.Ref.ToString();

    private static IEnumerable<(string, string?)> Plain(IEnumerable<string> words) => words.Select(word => (word, (string?)null));

    private static bool IsModel(string word) => Is(word.TrimEnd(':'), "/model") || Is(word.TrimEnd(':'), "/models");

    private static bool IsAlias(string word, CompletionNames names) =>
        names.Models.Any(model => model.Aliases.Any(alias => Is(word.Split('@')[0], "/" + alias)));

    private static bool Is(string word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
