using System.Text;

namespace ChatAuth.Core.Errors;

/// <summary>The stable text form of the names of this codebase: <c>NotInOrder</c> is <c>not-in-order</c>.</summary>
public static class Kebab
{
    /// <summary>The name of an enumeration's value in kebab case.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Of(value.ToString());

    /// <summary>A Pascal-case name in kebab case.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }
}
