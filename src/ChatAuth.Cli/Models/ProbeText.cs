using System.Globalization;
using ChatAuth.Channels;

namespace ChatAuth.Cli.Models;

/// <summary>The probes as a table.</summary>
internal static class ProbeText
{
    public static void Write(TextWriter output, IReadOnlyList<ProbeRow> rows)
    {
        output.WriteLine();
        output.WriteLine(rows.Count == 0 ? "Probes: there is no account to probe" : "Probes");
        IReadOnlyList<string[]> cells = [.. rows.Select(row => (string[])
        [
            row.Result.Target.Profile.ToString(), row.Result.Target.Model?.ToString() ?? "-", row.Result.Status,
            row.Result.Took is { } took ? string.Create(CultureInfo.InvariantCulture, $"{took.TotalMilliseconds:0} ms") : "-",
        ])];
        var widths = Enumerable.Range(0, 4).Select(column => cells.Select(row => row[column].Length).DefaultIfEmpty().Max()).ToList();
        foreach (var (row, texts) in rows.Zip(cells))
        {
            var line = string.Join("  ", texts.Select((text, column) => column == 3 ? text.PadLeft(widths[3]) : text.PadRight(widths[column])));
            output.WriteLine($"  {line}  {row.Result.Code?.Message}".TrimEnd());
            if (row.Remedy is { } remedy) output.WriteLine($"    {CleanText.Name(remedy)}");
        }
    }
}
