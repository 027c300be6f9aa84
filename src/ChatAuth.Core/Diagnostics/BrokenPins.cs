using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Diagnostics;

/// <summary>
/// Finds the pins that broke and were not told about by this process, from the history: the changes since the last look, at the first look the latest. A
/// credential that breaks many pins over a day is told about once an hour, with all of them.
/// </summary>
internal sealed class BrokenPins(ISessionStore store, TimeProvider time)
{
    private const int Most = 1_000;
    private static readonly string s_broke = Kebab.Of(nameof(SessionEvent.ProfileBroke));
    private static readonly TimeSpan Recent = TimeSpan.FromDays(2);
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    private readonly Dictionary<(ProfileId, PinBreak), long> _told = [];
    private List<(BrokenPin Pin, PinState.PinBroken State)> _untold = [];
    private long _last;

    /// <summary>Those that are still broken, by profile and reason.</summary>
    public async Task<IReadOnlyList<IGrouping<(ProfileId Profile, PinBreak Why), BrokenPin>>> FindAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken).ConfigureAwait(false);
        var broken = new List<(BrokenPin Pin, PinState.PinBroken State)>();
        foreach (var one in _untold)
        {
            if (await IsStillBrokenAsync(one.Pin, cancellationToken).ConfigureAwait(false)) broken.Add(one);
        }
        _untold = broken;
        return [.. broken.GroupBy(one => (one.State.Pin.Profile, one.State.Reason), one => one.Pin).Where(group => !IsQuiet(group.Key))];
    }

    /// <summary>Those were told about, by this process or another.</summary>
    public void Told(IReadOnlyList<BrokenPin> pins)
    {
        foreach (var (_, state) in _untold.Where(one => pins.Contains(one.Pin))) _told[(state.Pin.Profile, state.Reason)] = time.GetTimestamp();
        _untold.RemoveAll(one => pins.Contains(one.Pin));
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var isFirst = _last == 0;
        var changes = await store.ListChangesAsync(_last, Most, cancellationToken).ConfigureAwait(false);
        if (changes.Count > 0) _last = changes[0].Id;
        var since = time.GetUtcNow() - Recent;
        foreach (var change in changes.Reverse())
        {
            if (change.Event == s_broke && (!isFirst || change.At > since) && FindBroken(change.After.Pins, change.At) is { } state) _untold.Add((new BrokenPin(change.Id, change.Session, change.At), state));
        }
        if (_untold.Count > Most) _untold.RemoveRange(0, _untold.Count - Most);
    }

    private async Task<bool> IsStillBrokenAsync(BrokenPin pin, CancellationToken cancellationToken)
    {
        var snapshot = await store.LoadAsync(pin.Conversation, null, cancellationToken).ConfigureAwait(false);
        return FindBroken(snapshot.Effective.Pins, pin.Since) is not null;
    }

    private bool IsQuiet((ProfileId, PinBreak) group) =>
        _told.TryGetValue(group, out var at) && time.GetElapsedTime(at) is var past && past >= TimeSpan.Zero && past < Quiet;

    private static PinState.PinBroken? FindBroken(PinTable pins, DateTimeOffset since) =>
        pins.Select(pin => pin.Value).OfType<PinState.PinBroken>().FirstOrDefault(broken => broken.Since == since);
}
