using System.Diagnostics.CodeAnalysis;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Hosting;

/// <summary>
/// Collects what is wrong with a configuration, so that all of it is said at once. A text that was not understood is never repeated:
/// it could be a secret in the wrong place.
/// </summary>
internal sealed class SettingsProblems(IEnumerable<string> found)
{
    private const int LongestQuote = 79;
    private const int LongestLabel = 80;
    private const double MostHours = 87_600;
    private readonly List<string> _lines = [.. found];

    public void Add(string path, string requirement) => _lines.Add($"{path}: {requirement}");

    public void ThrowIfAny()
    {
        if (_lines.Count > 0) throw new ChatAuthException(ErrorCode.ConfigurationInvalid, string.Join('\n', _lines));
    }

    public bool TryRead<T>(string path, string? text, TextForm<T> form, [MaybeNullWhen(false)] out T value)
    {
        if (form.TryParse(text, out value)) return true;
        Add(path, $"must be {form.Description}");
        return false;
    }

    public bool TryReadUnique<T>(
        string path, string? text, TextForm<T> form, HashSet<string> seen, [MaybeNullWhen(false)] out T value) =>
        TryRead(path, text, form, out value) && AddTo(seen, path, $"{value}");

    public IReadOnlyList<T> ReadList<T>(string path, IList<string>? texts, TextForm<T> form)
    {
        var values = new List<T>();
        for (var index = 0; index < texts?.Count; index++)
        {
            if (TryRead($"{path}[{index}]", texts[index], form, out var value)) values.Add(value);
        }
        return values;
    }

    public bool AddTo(HashSet<string> seen, string path, string id)
    {
        if (seen.Add(id)) return true;
        Add(path, $"must be unique; {Quote(id)} stands before it");
        return false;
    }

    public string? ReadLabel(string path, string? label)
    {
        if (label is not null && (label.Length > LongestLabel || label.Any(char.IsControl)))
            Add(path, $"must be at most {LongestLabel} characters without control characters");
        return string.IsNullOrWhiteSpace(label) ? null : label.Trim();
    }

    public double ReadHours(string path, double hours)
    {
        if (hours is > 0 and <= MostHours) return hours;
        Add(path, "must be a number of hours above 0 and at most 87600");
        return 1;
    }

    private static string Quote(string text) =>
        text.Length <= LongestQuote && IdText.IsValid(text) ? $"'{text}'" : "the same text";
}
