using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Clawdbot;

/// <summary>A value in a foreign file, which is either taken over or listed.</summary>
/// <param name="Value">The value.</param>
/// <param name="Path">Where it stands.</param>
/// <param name="Ledger">Where that is noted.</param>
internal sealed record ForeignNode(JsonElement Value, KeyPath Path, KeyLedger Ledger)
{
    /// <summary>A form that a text of another program's file may have; false when the text has not.</summary>
    internal delegate bool Form<T>(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value);

    /// <summary>Its key.</summary>
    public string Key => Path.Key;

    /// <summary>A text that stands for another one: the original would put a variable's value there.</summary>
    public static bool IsReference(JsonElement value) => value.Text() is { } text && text.Contains("${", StringComparison.Ordinal);

    /// <summary>What stands behind some keys; null where one of them is missing.</summary>
    public ForeignNode? Find(params ReadOnlySpan<string> names)
    {
        var node = this;
        foreach (var name in names)
        {
            if (node.Value.ValueKind is not JsonValueKind.Object || !node.Value.TryGetProperty(name, out var field)) return null;
            node = node with { Value = field, Path = node.Path.Then(name) };
        }
        return node;
    }

    /// <summary>What stands in an object; nothing in anything else.</summary>
    public IEnumerable<ForeignNode> Fields() => Value.ValueKind is JsonValueKind.Object
        ? Value.EnumerateObject().Select(field => this with { Value = field.Value, Path = Path.Then(field.Name) })
        : [];

    /// <summary>What stands in a list; nothing in anything else.</summary>
    public IEnumerable<ForeignNode> Items() => Value.ValueKind is JsonValueKind.Array
        ? Value.EnumerateArray().Select((item, index) => this with { Value = item, Path = Path.Then($"[{index}]") })
        : [];

    public void Take() => Ledger.Take(Path);

    /// <summary>What is below it is looked at one by one.</summary>
    public void Enter() => Ledger.Enter(Path);

    public void Refuse(UnmappedReason reason) => Ledger.Refuse(Path, reason);

    /// <summary>Takes a text over, or lists it and gives null.</summary>
    public T? Take<T>(Form<T> form) where T : class => TryTake(form, out var value) ? value : null;

    /// <summary>Takes a text over, or lists it.</summary>
    public bool TryTake<T>(Form<T> form, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        var isReference = Value.ValueKind is JsonValueKind.Object || IsReference(Value);
        if (!isReference && Value.Text() is { } text && form(text, out value))
        {
            Take();
            return true;
        }
        Refuse(isReference ? UnmappedReason.Reference : UnmappedReason.Unusable);
        return false;
    }
}
