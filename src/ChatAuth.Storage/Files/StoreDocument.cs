using System.Text.Json;
using System.Text.Unicode;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Storage.Files;

/// <summary>The JSON of an <c>auth-profiles.json</c>, sound enough to be read and changed.</summary>
internal sealed class StoreDocument : IDisposable
{
    /// <summary>The version of the format that is written here; later ones are only read.</summary>
    public const int Version = 1;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly JsonDocument _document;

    private StoreDocument(ReadOnlyMemory<byte> bytes, JsonDocument document)
    {
        Bytes = bytes;
        _document = document;
    }

    /// <summary>The text, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The whole object.</summary>
    public JsonElement Root => _document.RootElement;

    /// <summary>Whether a version later than <see cref="Version"/> wrote it, or one that cannot be told.</summary>
    public bool IsNewer => Root.TryGetProperty("version", out _) && !(Root.Number("version") <= Version);

    /// <summary>Reads the text.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="path">Its path, for the error.</param>
    /// <exception cref="ChatAuthException"><c>store-damaged</c>, without the parser's own exception: that quotes the text.</exception>
    public static StoreDocument Parse(ReadOnlyMemory<byte> bytes, string path)
    {
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (!Utf8.IsValid(bytes.Span)) throw Damaged(path, "it is not UTF-8 text");
        try
        {
            var document = new StoreDocument(bytes, JsonDocument.Parse(bytes, Strict));
            if (document.FindDefect() is not { } defect) return document;
            document.Dispose();
            throw Damaged(path, defect);
        }
        catch (JsonException failure)
        {
            throw Damaged(path, failure.LineNumber is { } line ? $"it is no JSON at line {line + 1}" : "it has a key twice");
        }
        catch (InvalidOperationException)
        {
            throw Damaged(path, "a key is no text");
        }
    }

    public void Dispose() => _document.Dispose();

    private static ChatAuthException Damaged(string path, string what) => new(ErrorCode.StoreDamaged, $"{path}: {what}");

    /// <summary>What would hide all credentials, or all orders, if it were passed over.</summary>
    private string? FindDefect() =>
        Root.ValueKind is not JsonValueKind.Object ? "it is not a JSON object"
        : !IsObjectOrAbsent("profiles") ? "its profiles are not a JSON object"
        : !IsObjectOrAbsent("order") ? "its order is not a JSON object"
        : HasOneProfileTwice() ? "two of its keys are one profile"
        : null;

    /// <summary>Two spellings of one id: whichever were taken, a pin could charge the other.</summary>
    private bool HasOneProfileTwice()
    {
        if (Root.Find("profiles", JsonValueKind.Object) is not { } profiles) return false;
        var seen = new HashSet<string>();
        foreach (var entry in profiles.EnumerateObject())
        {
            if (ProfileId.TryParse(entry.Name, out var id) && !seen.Add(id.ToString())) return true;
        }
        return false;
    }

    private bool IsObjectOrAbsent(string name) =>
        !Root.TryGetProperty(name, out var field) || field.ValueKind is JsonValueKind.Object or JsonValueKind.Null;
}
