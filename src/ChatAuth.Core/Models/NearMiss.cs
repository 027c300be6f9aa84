namespace ChatAuth.Core.Models;

/// <summary>Finds the known names closest to a misspelt one; they are offered to the person, never applied.</summary>
public static class NearMiss
{
    private const int MaxTyped = 128;

    /// <summary>At most <paramref name="count"/> names within a third of their length in edits, or beginning with what was typed; nearest first.</summary>
    public static IReadOnlyList<string> Of(string typed, IEnumerable<string> known, int count = 3)
    {
        if (typed.Length is 0 or > MaxTyped) return [];
        return [.. known.Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => (name, distance: Score(typed, name)))
            .Where(entry => entry.distance <= Most(typed, entry.name))
            .OrderBy(entry => entry.distance).ThenBy(entry => entry.name, StringComparer.Ordinal)
            .Take(count).Select(entry => entry.name)];
    }

    private static int Most(string typed, string name) => Math.Max(1, Math.Min(typed.Length, name.Length) / 3);

    /// <summary>Names of vendors' lists are many: one that is too long or short by itself is not measured.</summary>
    private static int Score(string typed, string name) =>
        typed.Length >= 2 && name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 0
        : Math.Abs(typed.Length - name.Length) > Most(typed, name) ? int.MaxValue
        : Distance(typed, name);

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), ignoring case.</summary>
    private static int Distance(string a, string b)
    {
        if (b.Length > MaxTyped) return int.MaxValue;
        var width = b.Length + 1;
        Span<int> rows = stackalloc int[3 * width];
        var beforeLast = rows[..width];
        var last = rows[width..(2 * width)];
        var current = rows[(2 * width)..];
        for (var j = 0; j < width; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j < width; j++)
            {
                current[j] = Math.Min(last[j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1), Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1])) current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }
            var free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }
        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
