using System.Text.RegularExpressions;
using ChatAuth.Testing;

namespace ChatAuth.Cli.Tests.Seed;

/// <summary>The table of <c>docs/clawdbot.md</c> against the document that it answers, and against what the page shows.</summary>
internal sealed partial class SeedDocumentTests
{
    private const string Document = "../shared/seed/authentication.md";

    private static readonly string Page = Repository.Read("docs/clawdbot.md");

    [Test]
    public void Every_command_of_the_document_has_a_row()
    {
        Assume.That(Repository.PathOf(Document), Does.Exist, "the document of the original is not here");

        var commands = Command().Matches(Repository.Read(Document)).Select(match => match.Value.Trim()).Distinct();

        Assert.That(commands, Is.Not.Empty.And.SubsetOf(Rows().Select(row => row[1].Trim('`'))));
    }

    [Test]
    public void Every_command_here_is_shown_with_what_it_prints()
    {
        var shown = Page.Split('\n').Where(line => line.StartsWith("$ chatauth ", StringComparison.Ordinal)).Select(line => line[2..]).ToList();

        var commands = Rows().Select(row => row[2].Trim('`')).Where(command => command.StartsWith("chatauth ", StringComparison.Ordinal));

        Assert.That(commands.Where(command => !shown.Exists(line => line.StartsWith(command, StringComparison.Ordinal))), Is.Empty);
        Assert.That(commands.Count(), Is.EqualTo(11));
    }

    [Test]
    public void Every_row_says_what_is_printed_and_how_it_differs()
    {
        Assert.That(Rows().SelectMany(row => row[3..5]), Has.None.Empty);
    }

    private static IEnumerable<string[]> Rows() =>
        Page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split(" | ", StringSplitOptions.TrimEntries)).Select(cells =>
            (string[])["", cells[0].TrimStart('|', ' '), .. cells[1..^1], cells[^1].TrimEnd('|', ' ')]);

    /// <summary>The program with its words, up to the end of the line or of the code.</summary>
    [GeneratedRegex(@"(?<![./\w])clawdbot [^`\n]+")]
    private static partial Regex Command();
}
