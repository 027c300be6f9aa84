namespace ChatAuth.Core.Profiles;

/// <summary>The operator's explicit order of a provider's profiles. It binds automatic choice only; a person may pin outside of it.</summary>
/// <param name="Ids">The profiles, first choice first; an empty list leaves nobody, and says so.</param>
/// <param name="Source">Where it is written: <c>store</c> or <c>main</c> (the main agent's store), which win, or <c>configuration</c>.</param>
public sealed record ProfileOrder(IReadOnlyList<ProfileId> Ids, string Source)
{
    /// <summary>The position of a profile; -1 when the order does not list it.</summary>
    public int IndexOf(ProfileId id)
    {
        for (var i = 0; i < Ids.Count; i++)
        {
            if (Ids[i] == id) return i;
        }
        return -1;
    }
}
