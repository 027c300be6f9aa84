using ChatAuth.Testing;

namespace ChatAuth.Tests.Architecture;

/// <summary>Who reads the text of a secret: the list in <c>docs/security.md</c>.</summary>
internal sealed class RevealTests
{
    private static IEnumerable<string> Files => SourceFile.All.Where(file => file.Code.Contains(".Reveal(", StringComparison.Ordinal)).Select(file => file.Path);

    [Test]
    public void Files_that_reveal_are_the_documented_ones()
    {
        var list = Files.Any() ? string.Concat(Files.Select(path => $"- `{path}`\n")) : "- none\n";

        GoldenFile.Matches("docs/security.md", "reveal", list);
    }

    [Test]
    public void Secrets_are_revealed_only_where_they_are_sent_or_stored() =>
        Assert.That(Files, Has.All.Match("^src/ChatAuth[.](Providers|Storage|Channels|DiscordNet)/"));
}
