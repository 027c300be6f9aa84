using System.Text.Json;

namespace ChatAuth.Storage.Files;

/// <summary>
/// Reads the fields of a JSON object that somebody else wrote: what is missing, of another type or absurd is absent, and nothing throws.
/// </summary>
internal static class JsonFields
{
    private static readonly double LastMoment = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
    private const int MostThatAnybodyCounts = 1_000_000;

    /// <summary>The field; null unless it is there and of that kind.</summary>
    public static JsonElement? Find(this JsonElement json, string name, JsonValueKind kind) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var field) && field.ValueKind == kind ? field : null;

    /// <summary>A text, trimmed; null when it is blank.</summary>
    public static string? Text(this JsonElement json, string name) => json.Find(name, JsonValueKind.String)?.Text();

    /// <summary>The text of a value, trimmed; null when it is no text, blank, or half a character.</summary>
    public static string? Text(this JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String) return null;
        try
        {
            return value.GetString()!.Trim() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null; // JSON can escape a lone surrogate, which is no text
        }
    }

    /// <summary>A moment in milliseconds since 1970; null when it is not positive or later than there are dates.</summary>
    public static DateTimeOffset? Moment(this JsonElement json, string name) =>
        json.Number(name) is { } value and > 0 && value <= LastMoment ? DateTimeOffset.FromUnixTimeMilliseconds((long)value) : null;

    /// <summary>A count; 0 when it is not one.</summary>
    public static int Count(this JsonElement json, string name) =>
        json.Number(name) is { } value and >= 0 and <= MostThatAnybodyCounts ? (int)value : 0;

    /// <summary>A number; null when it is not one. One too large to express is infinite.</summary>
    public static double? Number(this JsonElement json, string name) =>
        json.Find(name, JsonValueKind.Number) is { } field && field.TryGetDouble(out var value) ? value : null;
}
