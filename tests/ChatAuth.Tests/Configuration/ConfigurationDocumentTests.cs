using ChatAuth.Testing;

namespace ChatAuth.Tests.Configuration;

[TestFixture]
internal sealed class ConfigurationDocumentTests
{
    [Test]
    public void Document_lists_every_key_with_type_and_default()
    {
        var rows = Repository.Read("docs/configuration.md").Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToArray();

        Assert.That(
            rows.Select(row => $"{row[1]} {row[2]} {row[3]}"),
            Is.EqualTo(OptionKey.All.Select(key => $"`{key.Shown}` {key.ShownType} {key.ShownDefault}")));
        Assert.That(rows.Select(row => row[4]), Has.None.Empty);
    }
}
