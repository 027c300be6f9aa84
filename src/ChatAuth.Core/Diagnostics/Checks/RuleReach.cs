using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics.Checks;

/// <summary>Where rules hold, compared. What cannot be told from their texts counts as not covered.</summary>
internal static class RuleReach
{
    /// <summary>Whether one rule holds wherever another does.</summary>
    public static bool Covers(ProfileRule wide, ProfileRule narrow) =>
        Covers(wide.Models, narrow.Models, CoversModel)
        && Covers(wide.Conversations, narrow.Conversations, (one, other) => one == other)
        && Covers(wide.Kinds, narrow.Kinds, (one, other) => one == other)
        && Covers(wide.People, narrow.People, (one, other) => one == other);

    /// <summary>An empty list is everything.</summary>
    private static bool Covers<T>(IReadOnlyList<T> wide, IReadOnlyList<T> narrow, Func<T, T, bool> includes) =>
        wide.Count == 0 || (narrow.Count > 0 && narrow.All(item => wide.Any(one => includes(one, item))));

    private static bool CoversModel(string wide, string narrow) =>
        wide == narrow || (wide.EndsWith("/*", StringComparison.Ordinal) && narrow.StartsWith(wide.AsSpan(0, wide.Length - 1), StringComparison.Ordinal));
}
