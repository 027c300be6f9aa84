using System.Text.Json;
using ChatAuth.Core.Models;

namespace ChatAuth.Channels.Telegram;

/// <summary>What of ours can stand in a menu of commands.</summary>
internal static class TelegramMenuCommands
{
    /// <summary>How many a menu holds.</summary>
    public const int Most = 100;

    private const int LongestName = 32;
    private const int LongestDescription = 256;

    /// <summary>Whatever the models are.</summary>
    public static IReadOnlyList<TelegramCommand> Always { get; } =
    [
        new("model", "Choose the model, and the account that pays"),
        new("models", "List the models and accounts"),
    ];

    /// <summary>The aliases that are names of commands. Telegram's menu has no room for others; they work all the same when they are typed.</summary>
    public static IEnumerable<TelegramCommand> AliasesOf(ModelCatalog catalog) => catalog.Aliases
        .Where(alias => IsCommand(alias.Key) && catalog.Allows(alias.Value.Ref))
        .Select(alias => new TelegramCommand(alias.Key.ToLowerInvariant(), Describe(alias.Value)));

    /// <summary>Reads the result of <c>getMyCommands</c>, whatever it is.</summary>
    public static IEnumerable<TelegramCommand> Read(JsonElement result) => result.ValueKind is not JsonValueKind.Array ? []
        : result.EnumerateArray().Select(entry => new TelegramCommand(TextIn(entry, "command"), TextIn(entry, "description")));

    private static string TextIn(JsonElement entry, string name) =>
        entry.ValueKind is JsonValueKind.Object && entry.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString()! : "";

    private static bool IsCommand(string name) => name.Length <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static string Describe(CatalogModel model) => ShortName.Of($"Use {model.Label ?? model.Ref.ToString()}", LongestDescription);
}
