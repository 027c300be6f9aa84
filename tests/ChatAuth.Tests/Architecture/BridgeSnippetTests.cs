using System.Text.RegularExpressions;
using ChatAuth.Testing;

namespace ChatAuth.Tests.Architecture;

/// <summary>What the README shows of a bridge is what its sample does.</summary>
internal sealed partial class BridgeSnippetTests
{
    private static IEnumerable<TestCaseData> Snippets => Snippet().Matches(Repository.Read("README.md"))
        .Select(match => new TestCaseData(match.Groups[1].Value, match.Groups[2].Value).SetArgDisplayNames(match.Groups[1].Value));

    [TestCaseSource(nameof(Snippets))]
    public void Every_line_of_a_snippet_is_one_of_the_sample(string sample, string snippet)
    {
        var lines = Repository.Read(sample).Split('\n').Select(line => line.Trim()).ToHashSet();

        Assert.That(snippet.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0), Is.SubsetOf(lines));
    }

    [Test]
    public void Snippets_are_shown() => Assert.That(Snippets, Is.Not.Empty);

    [GeneratedRegex(@"<!-- (samples/[^ ]+) -->\n```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();
}
