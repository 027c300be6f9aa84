using System.Text.Json;

namespace ChatAuth.Providers.Wire;

/// <summary>What of a refusal's body is looked at: its typed fields, and whether its text is the one sentence that is known. The text itself is not kept.</summary>
/// <param name="Type">Its <c>error.type</c>.</param>
/// <param name="Code">Its <c>error.code</c>.</param>
/// <param name="IsForClaudeCodeOnly">It says that the credential serves in Claude Code only, which no typed field tells.</param>
/// <param name="IsFlagged">A moderator objected to the message: OpenRouter's <c>error.metadata.reasons</c>.</param>
internal readonly record struct VendorError(string? Type, string? Code, bool IsForClaudeCodeOnly, bool IsFlagged)
{
    private const string KnownSentence = "only authorized for use with Claude Code";

    /// <summary>Reads a body; one that is not of the known form says nothing.</summary>
    public static VendorError Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root
                || !root.TryGetProperty("error", out var error) || error.ValueKind is not JsonValueKind.Object) return default;
            var sentence = Text(error, "message")?.Contains(KnownSentence, StringComparison.Ordinal) == true;
            return new VendorError(Text(error, "type"), Text(error, "code"), sentence, IsModerated(error));
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    private static bool IsModerated(JsonElement error) =>
        error.TryGetProperty("metadata", out var more) && more.ValueKind is JsonValueKind.Object
        && more.TryGetProperty("reasons", out var reasons) && reasons.ValueKind is JsonValueKind.Array;

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var field) && field.ValueKind is JsonValueKind.String ? field.GetString() : null;
}
