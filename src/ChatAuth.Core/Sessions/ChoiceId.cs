using System.Globalization;

namespace ChatAuth.Core.Sessions;

/// <summary>64 random bits that name one state of people's choices; drawn anew whenever a person, or the end of a pin, changes what is effective.</summary>
/// <param name="Bits">The bits; zero is the state in which nobody has chosen anything.</param>
public readonly record struct ChoiceId(ulong Bits)
{
    /// <summary>Sixteen hexadecimal digits.</summary>
    public override string ToString() => Bits.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Reads sixteen hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static ChoiceId Parse(string text) => new(ulong.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
}
