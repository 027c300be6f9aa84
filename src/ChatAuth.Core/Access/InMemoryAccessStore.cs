using System.Collections.Immutable;
using System.Security.Cryptography;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Access;

/// <summary>Owners, grants and claim codes kept by this process and lost with it: for tests and small bots.</summary>
internal sealed class InMemoryAccessStore : IAccessStore
{
    private const int TriesADay = 5;
    private readonly Dictionary<(Person Person, DateOnly Day), int> _tries = [];
    private ImmutableHashSet<Person> _owners = [];
    private ImmutableList<AccessRule> _rules = [];
    private (byte[] Hash, DateTimeOffset Expires)? _claim;

    /// <summary>Also held by the session store over a change, so that what it decides on cannot be taken away in between.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>What is granted now; read under the gate.</summary>
    internal Grants Grants => new(_owners, _rules);

    public Task<Grants> LoadAsync(CancellationToken cancellationToken) => Locked(() => Grants, cancellationToken);

    public Task<bool> SaveOwnerAsync(Person person, bool owner, CancellationToken cancellationToken) => Locked(
        () =>
        {
            var before = _owners;
            _owners = owner ? before.Add(person) : before.Remove(person);
            return !ReferenceEquals(before, _owners);
        },
        cancellationToken);

    public Task SaveRuleAsync(AccessRule rule, CancellationToken cancellationToken) =>
        Locked(() => _rules = _rules.RemoveAll(other => IsSamePlace(rule, other)).Add(rule), cancellationToken);

    public Task<int> DeleteRulesAsync(Person person, ConversationPattern? conversation, CancellationToken cancellationToken) => Locked(
        () =>
        {
            var before = _rules.Count;
            _rules = _rules.RemoveAll(rule => rule.Person == person && (conversation is null || rule.Conversation == conversation));
            return before - _rules.Count;
        },
        cancellationToken);

    public Task SaveClaimAsync(byte[] hash, DateTimeOffset expires, CancellationToken cancellationToken) =>
        Locked(() => _claim = ([.. hash], expires), cancellationToken);

    public Task VoidClaimAsync(byte[] hash, CancellationToken cancellationToken) => Locked(
        () => _claim = _claim is { } claim && CryptographicOperations.FixedTimeEquals(claim.Hash, hash) ? null : _claim, cancellationToken);

    public Task<ClaimOutcome> ClaimAsync(Person person, byte[] hash, DateTimeOffset now, CancellationToken cancellationToken) => Locked(
        () =>
        {
            var today = (person, DateOnly.FromDateTime(now.UtcDateTime));
            var tries = _tries.GetValueOrDefault(today);
            if (tries >= TriesADay) return ClaimOutcome.TriesUsedUp;
            if (_claim is not { } claim || claim.Expires <= now || !CryptographicOperations.FixedTimeEquals(claim.Hash, hash))
            {
                _tries[today] = tries + 1;
                return ClaimOutcome.Wrong;
            }
            _claim = null;
            _owners = _owners.Add(person);
            return ClaimOutcome.Claimed;
        },
        cancellationToken);

    /// <summary>Makes the rules for a conversation and its threads those of another id; called under the gate.</summary>
    internal void Move(SessionKey from, SessionKey to)
    {
        foreach (var rule in _rules)
        {
            if (!SessionKey.TryParse(rule.Conversation.ToString(), out var place) || (place with { Thread = null }) != from) continue;
            _ = ConversationPattern.TryParse((to with { Thread = place.Thread }).ToString(), out var conversation);
            var moved = rule with { Conversation = conversation };
            var there = _rules.Find(other => IsSamePlace(moved, other));
            _rules = there is null
                ? _rules.Replace(rule, moved)
                : _rules.Remove(rule).Replace(there, there with { Rights = there.Rights | rule.Rights });
        }
    }

    private static bool IsSamePlace(AccessRule one, AccessRule other) =>
        one.Person == other.Person && one.Role == other.Role && one.Conversation == other.Conversation && one.Denies == other.Denies;

    private async Task<T> Locked<T>(Func<T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (Gate)
        {
            return work();
        }
    }
}
