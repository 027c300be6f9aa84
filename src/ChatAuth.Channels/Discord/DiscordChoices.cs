using ChatAuth.Core.Commands;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Channels.Discord;

/// <summary>What an option could be completed to, best first. A pure function of the names that the person may use here: nothing that was typed is shown again.</summary>
internal static class DiscordChoices
{
    private const int Most = 25;
    private const int Longest = 100;

    /// <summary>Words that are errors when nothing follows; a code is never completed.</summary>
    private static readonly string[] s_unfinished = ["claim", "clear"];

    /// <summary>The completions.</summary>
    /// <param name="names">The names.</param>
    /// <param name="option">The option that is being typed.</param>
    /// <param name="begun">What stands there so far.</param>
    public static IReadOnlyList<DiscordChoice> Of(CompletionNames names, string option, string begun)
    {
        var typed = begun.Trim();
        return [.. Offered(names, option)
            .Where(offer => offer.Text.Length is > 0 and <= Longest && offer.Text.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(offer => offer.Text)
            .OrderBy(offer => offer.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .Take(Most)
            .Select(offer => new DiscordChoice(Named(offer.Text, offer.About), offer.Text))];
    }

    private static IEnumerable<(string Text, string? About)> Offered(CompletionNames names, string option) => option switch
    {
        DiscordCommands.Choice => [.. Aliases(names), .. Words(), .. Accounts(names), .. Pairs(names), .. Refs(names)],
        DiscordCommands.With => [.. Aliases(names), .. Pairs(names), .. Refs(names)],
        _ => [],
    };

    private static IEnumerable<(string, string?)> Aliases(CompletionNames names) =>
        names.Models.SelectMany(model => model.Aliases.Select(alias => (alias, (string?)(model.Label ?? $"{model.Ref}"))));

    private static IEnumerable<(string, string?)> Words() => CompletionNames.Words.Where(word => !s_unfinished.Contains(word)).Select(word => (word, (string?)null));

    /// <summary>The accounts for the model that holds.</summary>
    private static IEnumerable<(string, string?)> Accounts(CompletionNames names) => names.Current is { } current ? With("", current, names) : [];

    private static IEnumerable<(string, string?)> Pairs(CompletionNames names) =>
        names.Models.SelectMany(model => With(model.Aliases.FirstOrDefault() ?? $"{model.Ref}", model.Ref.Provider, names));

    private static IEnumerable<(string, string?)> Refs(CompletionNames names) => names.Models.Select(model => ($"{model.Ref}", model.Label));

    private static IEnumerable<(string, string?)> With(string model, ProviderId provider, CompletionNames names)
    {
        var accounts = names.Profiles.Where(profile => profile.Provider == provider).ToList();
        return accounts.Select(account => ($"{model}@{(IsAlone(account, accounts) ? account.Name : $"{account}")}", (string?)null));
    }

    /// <summary>No other account of the provider has that name, however it is typed.</summary>
    private static bool IsAlone(ProfileId account, List<ProfileId> accounts) =>
        accounts.Count(other => other.Name.Equals(account.Name, StringComparison.OrdinalIgnoreCase)) == 1;

    private static string Named(string text, string? about) =>
        about is null || CleanText.Name($"{text} · {about}") is not { Length: <= Longest } named ? text : named;
}
