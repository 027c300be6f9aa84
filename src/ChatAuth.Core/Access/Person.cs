using System.Globalization;

namespace ChatAuth.Core.Access;

/// <summary>A person on a platform, by the number that the platform gave; never by a name, which can change hands.</summary>
/// <param name="Platform">The platform, such as <c>telegram</c>.</param>
/// <param name="Id">The platform's number.</param>
public readonly record struct Person(string Platform, long Id)
{
    /// <summary>The owner of the state directory, at a terminal of this machine.</summary>
    public static Person Operator { get; } = new("terminal", 1);

    /// <summary>Reads <c>platform:number</c>; false when the text is not of that form.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Person person)
    {
        person = default;
        var colon = text.IndexOf(':');
        if (colon is < 1 or > 32 || !IsPlatform(text[..colon])) return false;
        if (!long.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == 0) return false;
        person = new Person(text[..colon].ToString(), id);
        return true;
    }

    /// <summary>The canonical text, <c>platform:number</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Platform}:{Id}");

    private static bool IsPlatform(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c)) return false;
        }
        return true;
    }
}
