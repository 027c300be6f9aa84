using System.Text.RegularExpressions;

namespace ChatAuth.Benchmarks;

/// <summary>The anchor: the regular expression that a bot's author would write instead, by the grammar of the original.</summary>
internal static partial class Directive
{
    [GeneratedRegex(@"(?:^|\s)/model(?=$|\s|:)\s*:?\s*(?<choice>[\w.:@-]+(?:/[\w.:@-]+)*)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Pattern { get; }
}
