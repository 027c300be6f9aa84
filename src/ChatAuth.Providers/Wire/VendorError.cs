using System.Text.Json;

namespace ChatAuth.Providers.Wire;

/// <summary>What of a refusal's body is looked at: its typed fields, and whether its text is one of two sentences of Anthropic's, for which there is no typed field.</summary>
/// <param name="Type">Its <c>error.type</c>.</param>
/// <param name="Code">Its <c>error.code</c>.</param>
/// <param name="Message">Its <c>error.message</c>, as it came: for <see cref="OutsideText"/> only.</param>
internal readonly record struct VendorError(string? Type, string? Code, string? Message)
{
    /// <summary>It says that the credential serves in Claude Code only.</summary>
    public bool IsForClaudeCodeOnly { get; init; }

    /// <summary>It says that the account has used up what it paid.</summary>
    public bool IsOutOfCredit { get; init; }

    /// <summary>A moderator objected to the message: OpenRouter's <c>error.metadata.reasons</c>.</summary>
    public bool IsFlagged { get; init; }

    /// <summary>What it says when anybody may have written it: the sentences count for nothing.</summary>
    public VendorError OfAnybody => this with { IsForClaudeCodeOnly = false, IsOutOfCredit = false };

    /// <summary>Reads a body; one that is not of the known form says nothing.</summary>
    public static VendorError Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root
                || !root.TryGetProperty("error", out var error) || error.ValueKind is not JsonValueKind.Object) return default;
            var message = Text(error, "message");
            return new VendorError(Text(error, "type"), Text(error, "code"), message)
            {
                IsForClaudeCodeOnly = message?.Contains("only authorized for use with Claude Code", StringComparison.Ordinal) == true,
                IsOutOfCredit = message?.Contains("credit balance is too low", StringComparison.Ordinal) == true,
                IsFlagged = IsModerated(error),
            };
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
