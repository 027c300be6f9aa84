using System.Text.Json;

namespace ChatAuth.Storage.Clawdbot;

/// <summary>Which places of a foreign file were understood; everything else is listed.</summary>
internal sealed class KeyLedger
{
    private const int DeepestWhole = 2;
    private static readonly string[] SecretNames = ["token", "secret", "password", "key", "credential", "credentials"];
    private readonly HashSet<KeyPath> _taken = [];
    private readonly HashSet<KeyPath> _entered = [];
    private readonly List<UnmappedKey> _refused = [];

    /// <summary>It was taken over, with all below.</summary>
    public void Take(KeyPath path)
    {
        _taken.Add(path);
        Enter(path);
    }

    /// <summary>What is below it is looked at one by one.</summary>
    public void Enter(KeyPath path)
    {
        _entered.Add(path);
        for (var up = path.Text.LastIndexOf('\n'); up >= 0; up = path.Text.LastIndexOf('\n', up - 1)) _entered.Add(new(path.Text[..up]));
    }

    /// <summary>It was looked at and is not taken over.</summary>
    public void Refuse(KeyPath path, UnmappedReason reason)
    {
        Take(path);
        _refused.Add(new(path.Shown, reason));
    }

    /// <summary>What was looked at and not taken over.</summary>
    public IReadOnlyList<UnmappedKey> ListRefused() => _refused;

    /// <summary>All that was not taken over; a section of which nothing was, as a whole.</summary>
    public IReadOnlyList<UnmappedKey> ListUnmapped(JsonElement root)
    {
        var listed = new List<UnmappedKey>(_refused);
        Walk(root, KeyPath.Root, listed);
        return [.. listed.OrderBy(key => key.Path, StringComparer.Ordinal)];
    }

    private void Walk(JsonElement value, KeyPath path, List<UnmappedKey> listed)
    {
        if (_taken.Contains(path)) return;
        var isOpened = _entered.Contains(path) || path.Depth < DeepestWhole;
        if (isOpened && value.ValueKind is JsonValueKind.Object)
        {
            foreach (var field in value.EnumerateObject()) Walk(field.Value, path.Then(field.Name), listed);
        }
        else if (!_entered.Contains(path))
        {
            listed.Add(new(path.Shown, ReasonOf(value, path)));
        }
    }

    private static UnmappedReason ReasonOf(JsonElement value, KeyPath path) =>
        path.Key == "$include" || ForeignNode.IsReference(value) ? UnmappedReason.Reference
        : HoldsSecret(path.Key, value) ? UnmappedReason.Secret
        : UnmappedReason.NoCounterpart;

    private static bool HoldsSecret(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(field => HoldsSecret(field.Name, field.Value)),
        JsonValueKind.Array => value.EnumerateArray().Any(item => HoldsSecret(name, item)),
        JsonValueKind.String => SecretNames.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };
}
