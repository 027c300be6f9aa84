using System.Collections.Concurrent;
using ChatAuth.Core.Errors;

namespace ChatAuth.Core.Credentials;

/// <summary>
/// Which tokens are left alone, and until when. An issuer that refuses us as its client is asked again after 1, 5, 15 and then every 60 minutes: only the
/// operator can change that, and a start of the host asks at once. Thread-safe.
/// </summary>
internal sealed class RefreshRests(TimeProvider time)
{
    private static readonly TimeSpan[] Steps = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(60)];

    private readonly ConcurrentDictionary<RefreshFamily, (RefreshOutcome.Unavailable Outcome, int Refusals)> _rests = new();

    /// <summary>Why a token is left alone now; null when it is not.</summary>
    public RefreshOutcome.Unavailable? Find(RefreshFamily family) =>
        _rests.TryGetValue(family, out var rest) && time.GetUtcNow() < rest.Outcome.Until ? rest.Outcome : null;

    /// <summary>What came of the last attempt, with the time until which it rests.</summary>
    public RefreshOutcome Note(RefreshFamily family, RefreshOutcome outcome)
    {
        if (outcome is not RefreshOutcome.Unavailable { Until: not null } rest)
        {
            _rests.TryRemove(family, out _);
            return outcome;
        }
        var refusals = 0;
        if (rest.Code == ErrorCode.IssuerRefusesClient)
        {
            refusals = _rests.GetValueOrDefault(family).Refusals + 1;
            rest = rest with { Until = time.GetUtcNow() + Steps[Math.Min(refusals, Steps.Length) - 1] };
        }
        _rests[family] = (rest, refusals);
        return rest;
    }
}
