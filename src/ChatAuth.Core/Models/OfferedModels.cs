using System.Globalization;
using System.Text;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Core.Models;

/// <summary>
/// Takes in what a vendor's list says, one model after another: what is no id of ours, or looks like a secret, is counted and left out, labels are cleaned,
/// and after <see cref="Most"/> models it is full. Not thread-safe.
/// </summary>
public sealed class OfferedModels
{
    /// <summary>The most models of one list.</summary>
    public const int Most = 5_000;

    /// <summary>The longest label, in characters.</summary>
    public const int LongestLabel = 80;

    private readonly HashSet<string> _seen = [];
    private readonly List<OfferedModel> _models = [];

    /// <summary>The models, in the vendor's order; each once.</summary>
    public IReadOnlyList<OfferedModel> All => _models;

    /// <summary>How many were left out.</summary>
    public int Dropped { get; private set; }

    /// <summary>The list goes on, and was not read further.</summary>
    public bool IsCut { get; set; }

    /// <summary>All that the vendor listed was taken in. An empty list is rather a vendor that does not tell.</summary>
    public bool IsComplete => _models.Count > 0 && Dropped == 0 && !IsCut;

    /// <summary>Takes one in; false when no more are taken.</summary>
    /// <param name="id">The id as the vendor wrote it; null for none.</param>
    /// <param name="label">The name as the vendor wrote it; null for none.</param>
    public bool Add(string? id, string? label)
    {
        if (_models.Count == Most)
        {
            IsCut = true;
            return false;
        }
        if (id is null || !IdText.IsValid(id) || SecretScanner.Scan(id) is not null) Dropped++;
        else if (_seen.Add(id)) _models.Add(new OfferedModel(id, Clean(label) is { } clean && clean != id ? clean : null));
        return true;
    }

    /// <summary>One line of visible text; null where nothing is left of it, or where it looks like a secret.</summary>
    private static string? Clean(string? label)
    {
        if (label is null) return null;
        var clean = new StringBuilder();
        foreach (var rune in label.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) clean.Append(clean is { Length: > 0 } && clean[^1] != ' ' ? " " : "");
            else if (IsVisible(rune)) clean.Append(rune);
            if (clean.Length > LongestLabel) break;
        }
        if (clean.Length > LongestLabel) clean.Length = char.IsHighSurrogate(clean[LongestLabel - 1]) ? LongestLabel - 1 : LongestLabel;
        var text = clean.ToString().TrimEnd();
        return text.Length == 0 || SecretScanner.Scan(text) is not null ? null : text;
    }

    /// <summary>Neither a control, nor one of those that turn, join or hide text, nor half a pair, which comes as U+FFFD.</summary>
    private static bool IsVisible(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
