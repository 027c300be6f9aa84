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
            var at = IndexOf(provider);
            return at < 0 ? PinState.Unpinned.Instance : _entries[at].Value;
        }
    }

    /// <summary>The same pins with another state for one provider.</summary>
    public PinTable With(ProviderId provider, PinState state)
    {
        var at = IndexOf(provider);
        if (state is PinState.Unpinned) return at < 0 ? this : new PinTable([.. _entries[..at], .. _entries[(at + 1)..]]);
        var changed = new KeyValuePair<ProviderId, PinState>(provider, state);
        if (at < 0) return new PinTable([.. _entries.Append(changed).OrderBy(entry => entry.Key.Name, StringComparer.Ordinal)]);
        KeyValuePair<ProviderId, PinState>[] copy = [.. _entries];
        copy[at] = changed;
        return new PinTable(copy);
    }

    /// <summary>The same pins, each as <paramref name="change"/> makes it.</summary>
    public PinTable Each(Func<PinState, PinState> change)
    {
        var table = this;
        foreach (var (provider, pin) in _entries)
        {
            var next = change(pin);
            if (!ReferenceEquals(next, pin)) table = table.With(provider, next);
        }
        return table;
    }

    /// <summary>Whether people pinned the same in both; what the resolver pinned does not count.</summary>
    internal bool IsSameOfPeople(PinTable other) => ReferenceEquals(this, other) || (IsOfPeopleIn(other) && other.IsOfPeopleIn(this));

    /// <inheritdoc/>
    public bool Equals(PinTable? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || Count != other.Count) return false;
        // Pair by pair: KeyValuePair has no equality of its own, so comparing whole spans would box every entry.
        for (var i = 0; i < _entries.Length; i++)
        {
            if (_entries[i].Key != other._entries[i].Key || _entries[i].Value != other._entries[i].Value) return false;
        }
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PinTable);

    /// <inheritdoc/>
    public override int GetHashCode() => _entries.Length == 0 ? 0 : HashCode.Combine(_entries.Length, _entries[0].Key);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<ProviderId, PinState>> GetEnumerator() => _entries.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool IsOfPeopleIn(PinTable other)
    {
        foreach (var (provider, pin) in _entries)
        {
            if (pin is not PinState.AutoPinned && other[provider] != pin) return false;
        }
        return true;
    }

    private int IndexOf(ProviderId provider)
    {
        for (var i = 0; i < _entries.Length; i++)
        {
            if (_entries[i].Key == provider) return i;
        }
        return -1;
    }
}
