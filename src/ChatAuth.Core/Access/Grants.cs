namespace ChatAuth.Core.Access;

/// <summary>What was granted at run time, as the session database holds it: owners, and allows and denies.</summary>
/// <param name="Owners">People who may do everything in private, and in every conversation that a rule names.</param>
/// <param name="Rules">Further grants.</param>
public sealed record Grants(IReadOnlySet<Person> Owners, IReadOnlyList<AccessRule> Rules)
{
    /// <summary>Nothing granted.</summary>
    public static Grants None { get; } = new(new HashSet<Person>(), []);
}
