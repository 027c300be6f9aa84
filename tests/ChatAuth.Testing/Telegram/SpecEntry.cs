using System.Text.Json;

namespace ChatAuth.Testing.Telegram;

/// <summary>A method or a type of the specification.</summary>
internal sealed record SpecEntry(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Fields, IReadOnlyList<string> Required, IReadOnlyList<string> Subtypes)
{
    public static SpecEntry Read(JsonElement entry)
    {
        var fields = entry.TryGetProperty("fields", out var list) ? list.EnumerateArray().ToList() : [];
        return new SpecEntry(
            fields.ToDictionary(field => Name(field), field => Texts(field, "types")),
            [.. fields.Where(field => field.GetProperty("required").GetBoolean()).Select(Name)],
            Texts(entry, "subtypes"));
    }

    private static string Name(JsonElement field) => field.GetProperty("name").GetString()!;

    private static IReadOnlyList<string> Texts(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(text => text.GetString()!)] : [];
}
