using System.Text.RegularExpressions;
using ChatAuth.Testing;
using ChatAuth.Tests.Architecture;

namespace ChatAuth.Tests.Packages;

/// <summary>The page that is in every package.</summary>
internal sealed partial class PackagesPageTests
{
    /// <summary>The lines of a page that give a bot <c>/model</c>.</summary>
    public static string SnippetOf(string page) => Snippet().Match(Repository.Read(page)).Groups[1].Value;

    [Test]
    public void Page_shows_the_snippet_of_the_readme() => Assert.That(SnippetOf("src/README.md"), Is.EqualTo(SnippetOf("README.md")).And.Not.Empty);

    [Test]
    public void Page_lists_every_package()
    {
        var listed = Repository.Read("src/README.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);

        Assert.That(listed, Is.SupersetOf(Products.Projects.Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => name != "ChatAuth.Gateway")));
    }

    [GeneratedRegex(@"```csharp\n(builder\.Services\.AddChatAuth\(builder\.Configuration\);\n.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();
}
