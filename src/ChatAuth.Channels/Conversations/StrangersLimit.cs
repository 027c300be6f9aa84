using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;

namespace ChatAuth.Channels.Conversations;

/// <summary>Who may do nothing at all is told each way of saying so once a day: a bot that answers everybody is an amplifier. Thread-safe.</summary>
internal sealed class StrangersLimit(TimeProvider time)
{
    /// <summary>Beyond so many on one day it is no people who write.</summary>
    private const int MostADay = 10_000;

    private static readonly ErrorCode[] s_denials = [ErrorCode.RightMissing, ErrorCode.ClaimTriesUsedUp, ErrorCode.ClaimInPublic];

    private readonly Lock _gate = new();
    private readonly HashSet<(Person, ErrorCode)> _told = [];
    private DateOnly _day;

    /// <summary>Whether the reply may be sent to this person now.</summary>
    public bool Admits(Person? person, CommandReply reply)
    {
        if (person is not { } stranger || reply is not CommandReply.Failed { Session: null } failed || !s_denials.Contains(failed.Code)) return true;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        lock (_gate)
        {
            if (today != _day) _told.Clear();
            _day = today;
            return _told.Count < MostADay && _told.Add((stranger, failed.Code));
        }
    }
}
