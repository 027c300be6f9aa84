using System.Text.Json;

namespace ChatAuth.Channels.Discord;

/// <summary>The commands as Discord lists them, held against ours. It adds fields of its own, and leaves out or nulls what is not so.</summary>
internal static class RegisteredCommands
{
    /// <summary>Whether these commands are registered, and no others.</summary>
    public static bool Are(JsonElement listed, IReadOnlyList<DiscordCommand> commands) =>
        listed.ValueKind is JsonValueKind.Array && listed.GetArrayLength() == commands.Count
        && commands.All(command => listed.EnumerateArray().Any(entry => Is(entry, command)));

    private static bool Is(JsonElement entry, DiscordCommand command)
    {
        var options = Items(entry, "options");
        return Text(entry, "name") == command.Name && Text(entry, "description") == command.Description && Number(entry, "type") == command.Type
            && IsAs(entry, "contexts", command.Contexts) && IsAs(entry, "integration_types", command.IntegrationTypes)
            && options.Count == command.Options.Count && options.Zip(command.Options).All(pair => Is(pair.First, pair.Second));
    }

    private static bool Is(JsonElement entry, DiscordCommandOption option) =>
        Text(entry, "name") == option.Name && Text(entry, "description") == option.Description && Number(entry, "type") == option.Type
        && Flag(entry, "required") == (option.Required ?? false) && Flag(entry, "autocomplete") == (option.Autocomplete ?? false)
        && Number(entry, "max_length") == option.MaxLength;

    /// <summary>In any order; what a guild's command does not say is Discord's to fill in.</summary>
    private static bool IsAs(JsonElement entry, string name, IReadOnlyList<int>? numbers) =>
        numbers is null || Items(entry, name).Select(item => item.TryGetInt32(out var number) ? number : -1).Order().SequenceEqual(numbers.Order());

    private static string? Text(JsonElement entry, string name) => Find(entry, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static int? Number(JsonElement entry, string name) =>
        Find(entry, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    private static bool Flag(JsonElement entry, string name) => Find(entry, name).ValueKind is JsonValueKind.True;

    private static IReadOnlyList<JsonElement> Items(JsonElement entry, string name) =>
        Find(entry, name) is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : [];

    private static JsonElement Find(JsonElement entry, string name) =>
        entry.ValueKind is JsonValueKind.Object && entry.TryGetProperty(name, out var value) ? value : default;
}
