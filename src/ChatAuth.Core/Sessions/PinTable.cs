using System.Collections;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Sessions;

/// <summary>The pins of a conversation, one a provider, ordered by provider; immutable. A provider without an entry is unpinned.</summary>
public sealed class PinTable : IReadOnlyCollection<KeyValuePair<ProviderId, PinState>>, IEquatable<PinTable>
{
    private readonly KeyValuePair<ProviderId, PinState>[] _entries;

    private PinTable(KeyValuePair<ProviderId, PinState>[] entries) => _entries = entries;

    /// <summary>Nothing is pinned.</summary>
    public static PinTable Empty { get; } = new([]);

    /// <summary>How many providers are pinned.</summary>
    public int Count => _entries.Length;

    /// <summary>The state of a provider's pin.</summary>
    public PinState this[ProviderId provider]
    {
        get
        {
            foreach (var entry in _entries)
            {
                if (entry.Key == provider) return entry.Value;
            }
            return PinState.Unpinned.Instance;
        }
    }

    /// <summary>The same pins with another state for one provider.</summary>
    public PinTable With(ProviderId provider, PinState state)
    {
        var at = Array.FindIndex(_entries, entry => entry.Key == provider);
        if (state is PinState.Unpinned) return at < 0 ? this : new PinTable([.. _entries[..at], .. _entries[(at + 1)..]]);
        var changed = new KeyValuePair<ProviderId, PinState>(provider, state);
        if (at < 0) return new PinTable([.. _entries.Append(changed).OrderBy(entry => entry.Key.Name, StringComparer.Ordinal)]);
        var copy = (KeyValuePair<ProviderId, PinState>[])_entries.Clone();
        copy[at] = changed;
        return new PinTable(copy);
    }

    /// <summary>The same pins, each as <paramref name="change"/> makes it.</summary>
    public PinTable Each(Func<PinState, PinState> change) =>
        _entries.Aggregate(this, (table, entry) => change(entry.Value) is var next && !ReferenceEquals(next, entry.Value) ? table.With(entry.Key, next) : table);

    /// <inheritdoc/>
    public bool Equals(PinTable? other) => other is not null && _entries.AsSpan().SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PinTable);

    /// <inheritdoc/>
    public override int GetHashCode() => _entries.Length == 0 ? 0 : HashCode.Combine(_entries.Length, _entries[0].Key);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<ProviderId, PinState>> GetEnumerator() => _entries.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
