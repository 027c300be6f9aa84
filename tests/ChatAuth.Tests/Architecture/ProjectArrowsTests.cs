using System.Xml.Linq;
using ChatAuth.Testing;

namespace ChatAuth.Tests.Architecture;

/// <summary>The arrows between the projects, as <c>docs/architecture.md</c> draws them.</summary>
internal sealed class ProjectArrowsTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["ChatAuth.Core"] = [],
        ["ChatAuth.Storage"] = ["ChatAuth.Core"],
        ["ChatAuth.Providers"] = ["ChatAuth.Core"],
        ["ChatAuth.Channels"] = ["ChatAuth.Core"],
        ["ChatAuth"] = ["ChatAuth.Channels", "ChatAuth.Core", "ChatAuth.Providers", "ChatAuth.Storage"],
        ["ChatAuth.Cli"] = ["ChatAuth"],
        ["ChatAuth.Gateway"] = ["ChatAuth", "ChatAuth.DiscordNet"],
        ["ChatAuth.DiscordNet"] = ["ChatAuth.Channels"],
        ["ChatAuth.TelegramBot"] = ["ChatAuth.Channels"],
    };

    private static IEnumerable<string> Projects => Products.Projects;

    [TestCaseSource(nameof(Projects))]
    public void Project_references_only_what_is_drawn(string path)
    {
        var drawn = Arrows.GetValueOrDefault(Path.GetFileNameWithoutExtension(path), []);

        var references = Included(path, "ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Replace('\\', '/')));

        Assert.That(references, Is.SubsetOf(drawn));
    }

    [Test]
    public void Core_references_only_abstractions_of_the_platform()
    {
        var packages = Included("src/ChatAuth.Core/ChatAuth.Core.csproj", "PackageReference");

        Assert.That(packages, Has.All.Matches("^Microsoft\\.Extensions\\.([A-Za-z]+\\.Abstractions|Options)$"));
    }

    /// <summary>The renderer of replies and the editor of the state's configuration are internal, and the terminal works with both.</summary>
    [Test]
    public void Internals_are_open_to_tests_and_to_one_neighbour()
    {
        var friends = Repository.List("src", "*.*proj").Concat(Repository.List("src", "*.props"))
            .SelectMany(path => Included(path, "InternalsVisibleTo"))
            .Where(friend => !friend.EndsWith(".Tests", StringComparison.Ordinal))
            .Distinct();

        Assert.That(friends, Is.EquivalentTo(new[] { "ChatAuth.Testing", "ChatAuth.Benchmarks", "ChatAuth.Cli" }));
    }

    private static IEnumerable<string> Included(string path, string element) =>
        XDocument.Parse(Repository.Read(path)).Descendants(element).Select(item => item.Attribute("Include")!.Value);
}
