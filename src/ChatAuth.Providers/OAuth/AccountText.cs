using System.Text.Json;

namespace ChatAuth.Providers.OAuth;

/// <summary>Reads what a vendor says about an account. What is missing, of another type or absurd is absent, and nothing throws.</summary>
internal static class AccountText
{
    private const int Longest = 128;

    /// <summary>A field that is an object.</summary>
    public static JsonElement? Part(this JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var part) && part.ValueKind is JsonValueKind.Object ? part : null;

    /// <summary>A field that can be an id: letters, digits and hyphens, so that two of them can be joined.</summary>
    public static string? Id(this JsonElement json, string name) =>
        json.Text(name) is { } text && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? text : null;

    /// <summary>A field that is a short line of text.</summary>
    public static string? Text(this JsonElement json, string name)
    {
        if (json.ValueKind is not JsonValueKind.Object || !json.TryGetProperty(name, out var field) || field.ValueKind is not JsonValueKind.String) return null;
        try
        {
            return field.GetString() is { Length: > 0 and <= Longest } text && !text.Any(char.IsControl) ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half a character
        }
    }
}
