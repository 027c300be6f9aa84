using ChatAuth.Channels;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Cli.Models;

/// <summary>What there is to know and to do about the logins of other programs.</summary>
internal static class ImportText
{
    /// <summary>A line for the operator; null where all is as it should be.</summary>
    public static string? Hint(ImportOutcome outcome) => Said(outcome) is { } said
        ? $"{outcome.Program}: {said}{(outcome.Why is { } why ? $" {CleanText.Name(Sentence(why))}" : "")}"
        : null;

    private static string? Said(ImportOutcome outcome) => outcome.Result switch
    {
        ImportResult.Added => $"its login is now {outcome.Profile}. It can be pinned; models auth accept {outcome.Source} lets it be chosen automatically.",
        ImportResult.AccountChanged => $"another login, or one that is not proven to be the same, is now {outcome.Profile}. Pins on it are broken until somebody pins again.",
        ImportResult.Unproven => $"whose its new login is, is not proven. {outcome.Profile} stays what it was until that ends.",
        ImportResult.Ended => $"its login has ended. Use {outcome.Program} once, or run: {outcome.SignInCommand}",
        ImportResult.Refused => $"its vendor does not accept its login. Run: {outcome.SignInCommand}",
        ImportResult.Unusable => "its login cannot be used.",
        ImportResult.NotSaved => $"its login could not be stored ({outcome.Code}).",
        _ => null,
    };

    private static string Sentence(string why) => $"{char.ToUpperInvariant(why[0])}{why[1..].TrimEnd('.')}.";
}
