using System.Collections.Concurrent;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;

namespace ChatAuth.Channels.Conversations;

/// <summary>Who may do nothing at all is told so once a day: a bot that answers everybody is an amplifier.</summary>
internal sealed class StrangersLimit(TimeProvider time)
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<(Person, DateOnly), bool> _told = new();

    /// <summary>Whether the reply may be sent to this person now.</summary>
    public bool Admits(Person? person, CommandReply reply)
    {
        if (person is not { } stranger || reply is not CommandReply.Failed { Session: null } failed || failed.Code != ErrorCode.RightMissing) return true;
        if (_told.Count >= Most) _told.Clear();
        return _told.TryAdd((stranger, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)), true);
    }
}
