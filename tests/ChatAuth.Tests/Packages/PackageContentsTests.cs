using System.Text;
using ChatAuth.Testing;
using ChatAuth.Tests.Architecture;

namespace ChatAuth.Tests.Packages;

/// <summary>What is handed out: which packages, what is in them, what they need, and nothing of the machine that made them.</summary>
[Proof]
internal sealed class PackageContentsTests
{
    private const string Tool = "ChatAuth.Cli";

    /// <summary>What each package needs, so that nothing joins unseen. A bridge is packed only where it is built.</summary>
    private static readonly Dictionary<string, string[]> Dependencies = new()
    {
        ["ChatAuth"] =
        [
            "ChatAuth.Channels", "ChatAuth.Core", "ChatAuth.Providers", "ChatAuth.Storage",
            "Microsoft.Extensions.Configuration", "Microsoft.Extensions.Configuration.Binder", "Microsoft.Extensions.Configuration.Json",
        ],
        ["ChatAuth.Channels"] = ["ChatAuth.Core"],
        [Tool] = [],
        ["ChatAuth.Core"] =
        [
            "Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Hosting.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options",
        ],
        ["ChatAuth.DiscordNet"] = ["ChatAuth.Channels", "Discord.Net.WebSocket"],
        ["ChatAuth.Providers"] = ["Anthropic", "ChatAuth.Core", "OpenAI"],
        ["ChatAuth.Storage"] = ["ChatAuth.Core", "Microsoft.Data.Sqlite", "SQLitePCLRaw.bundle_e_sqlite3", "SQLitePCLRaw.core"],
        ["ChatAuth.TelegramBot"] = ["ChatAuth.Channels", "Telegram.Bot"],
    };

    /// <summary>Every project but the daemon, which is published to its host, and the shells of bridges.</summary>
    private static IEnumerable<string> Names => Products.Projects.Select(path => Path.GetFileNameWithoutExtension(path)!).Where(name => name != "ChatAuth.Gateway" && Products.FormOf(name) == "");

    private static IEnumerable<string> Libraries => Names.Where(name => name != Tool);

    private static IEnumerable<string> Bridges => Libraries.Where(name => Repository.List($"src/{name}", "*.Shell.cs").Count > 0);

    [Test]
    public async Task Packages_are_the_projects_that_others_use_each_with_its_symbols()
    {
        var packed = await PackedSolution.GetAsync();

        Assert.That(packed.Names("nupkg"), Is.EquivalentTo(Names));
        Assert.That(packed.Names("snupkg"), Is.EquivalentTo(Names));
    }

    [TestCaseSource(nameof(Names))]
    public async Task Package_needs_what_is_listed(string name)
    {
        using var package = (await PackedSolution.GetAsync()).Open(name);

        Assert.That(package.Dependencies, Is.EquivalentTo(Dependencies[name]));
    }

    [TestCaseSource(nameof(Names))]
    public async Task Package_says_what_it_is(string name)
    {
        using var package = (await PackedSolution.GetAsync()).Open(name);

        Assert.That(package.Metadata.Element("license")!.Value, Is.EqualTo("MIT"));
        Assert.That(package.Metadata.Element("description")!.Value, Does.Contain("ChatAuth").IgnoreCase);
        Assert.That(package.Metadata.Element("tags")!.Value, Is.Not.Empty);
        Assert.That(package.Metadata.Element("repository"), Is.Null);
        Assert.That(Encoding.UTF8.GetString(package.Read(package.Metadata.Element("readme")!.Value)), Is.EqualTo(Repository.Read("src/README.md")));
        Assert.That(Encoding.UTF8.GetString(package.Read("LICENSE")), Is.EqualTo(Repository.Read("LICENSE")));
    }

    [TestCaseSource(nameof(Libraries))]
    public async Task Library_is_one_assembly_with_its_documentation(string name)
    {
        using var package = (await PackedSolution.GetAsync()).Open(name);

        Assert.That(package.Entries, Is.EquivalentTo(new[] { $"{name}.nuspec", "LICENSE", "README.md", $"lib/net10.0/{name}.dll", $"lib/net10.0/{name}.xml" }));
    }

    [TestCaseSource(nameof(Bridges))]
    public async Task Bridge_is_not_its_shell(string name)
    {
        using var package = (await PackedSolution.GetAsync()).Open(name);

        Assert.That(package.ReferencesOf($"lib/net10.0/{name}.dll"), Does.Contain(Dependencies[name][1]));
    }

    [Test]
    public async Task Tool_has_what_it_runs_on_and_no_documentation_of_code()
    {
        using var package = (await PackedSolution.GetAsync()).Open(Tool);

        Assert.That(package.Entries.Where(entry => entry.EndsWith(".xml", StringComparison.Ordinal)), Is.EqualTo(new[] { "tools/net10.0/any/DotnetToolSettings.xml" }));
        Assert.That(package.Entries.Where(entry => entry.Contains("e_sqlite3.", StringComparison.Ordinal) && entry.Contains("/native/", StringComparison.Ordinal)).Select(entry => entry.Split('/')[4]),
            Is.SupersetOf(new[] { "linux-arm64", "linux-musl-x64", "linux-x64", "osx-arm64", "win-x64" }).And.None.Matches("^(android|browser|ios|maccatalyst)"));
    }

    [TestCaseSource(nameof(Names))]
    public async Task Symbols_name_sources_by_no_machine(string name)
    {
        using var package = (await PackedSolution.GetAsync()).Open(name, "snupkg");
        var symbols = package.Entries.Where(entry => entry.EndsWith(".pdb", StringComparison.Ordinal)).ToList();

        Assert.That(symbols.Select(Path.GetFileName), Does.Contain($"{name}.pdb"));
        Assert.That(symbols.SelectMany(package.SourcesOf), Is.Not.Empty.And.All.StartsWith("/_/"));
    }

    [TestCaseSource(nameof(Names))]
    public async Task Nothing_in_a_package_names_a_folder_of_the_machine(string name)
    {
        var packed = await PackedSolution.GetAsync();
        using var package = packed.Open(name);
        string[] folders = [Repository.Root, packed.Root, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + Path.DirectorySeparatorChar];

        var named = package.Entries.Where(entry => Path.GetFileName(entry).StartsWith("ChatAuth", StringComparison.Ordinal))
            .Where(entry => package.Read(entry) is var bytes && folders.Any(folder => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(folder)) >= 0));

        Assert.That(named, Is.Empty);
    }
}
