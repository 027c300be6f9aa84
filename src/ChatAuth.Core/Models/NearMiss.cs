namespace ChatAuth.Core.Models;

/// <summary>Finds the known names closest to a misspelt one; they are offered to the person, never applied.</summary>
internal static class NearMiss
{
    private const int MaxTyped = 128;

    /// <summary>At most <paramref name="count"/> names within a third of their length in edits, or beginning with what was typed; nearest first.</summary>
    public static IReadOnlyList<string> Of(string typed, IEnumerable<string> known, int count = 3)
    {
        if (typed.Length is 0 or > MaxTyped) return [];
        return [.. known.Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => (name, distance: Score(typed, name)))
            .Where(entry => entry.distance <= Math.Max(1, Math.Min(typed.Length, entry.name.Length) / 3))
            .OrderBy(entry => entry.distance).ThenBy(entry => entry.name, StringComparer.Ordinal)
            .Take(count).Select(entry => entry.name)];
    }

    private static int Score(string typed, string name) =>
        typed.Length >= 2 && name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(typed, name);

    private static int Distance(string a, string b)
    {
        if (b.Length > MaxTyped) return int.MaxValue;
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitute = previous[j - 1] + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                current[j] = Math.Min(substitute, Math.Min(previous[j], current[j - 1]) + 1);
            }
            current.CopyTo(previous);
        }
        return previous[b.Length];
    }
}
