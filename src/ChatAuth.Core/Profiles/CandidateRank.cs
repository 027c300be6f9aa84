using ChatAuth.Core.Credentials;

namespace ChatAuth.Core.Profiles;

/// <summary>
/// Where a profile stands in the list: usable ones before resting ones before unusable ones; among the usable the explicit order,
/// else the last payer, the kind of credential and the least recent use; among the resting the soonest end.
/// </summary>
internal readonly record struct CandidateRank(int Group, int Preference, long Tie, int Stored) : IComparable<CandidateRank>
{
    public static CandidateRank Of(RosterEntry entry, CandidateState state, DateTimeOffset? until, int position, Payer? last, bool ordered, int stored)
    {
        var group = state switch
        {
            _ when ordered && position < 0 => 3,
            CandidateState.Ready or CandidateState.Expiring => 0,
            CandidateState.Cooling or CandidateState.Disabled => 1,
            _ => 2,
        };
        if (group == 1) return new(group, 0, until?.UtcTicks ?? long.MaxValue, stored);
        return ordered
            ? new(group, position, 0, stored)
            : new(group, entry.Profile.Payer == last ? -1 : KindRank(entry.Profile.Credential), entry.Health.LastUsed?.UtcTicks ?? 0, stored);
    }

    public int CompareTo(CandidateRank other)
    {
        var order = Group.CompareTo(other.Group);
        if (order == 0) order = Preference.CompareTo(other.Preference);
        if (order == 0) order = Tie.CompareTo(other.Tie);
        return order == 0 ? Stored.CompareTo(other.Stored) : order;
    }

    private static int KindRank(Credential credential) => credential switch
    {
        Credential.OAuth => 0,
        Credential.Token => 1,
        Credential.ApiKey => 2,
        _ => 3,
    };
}
