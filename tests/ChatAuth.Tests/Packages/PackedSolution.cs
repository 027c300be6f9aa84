using System.Xml.Linq;
using ChatAuth.Testing;

namespace ChatAuth.Tests.Packages;

/// <summary>
/// The solution, packed once for all tests, beside the repository's own <c>bin</c> and <c>obj</c>; and a configuration of NuGet that knows what was packed and what this
/// machine has restored before, and no network.
/// </summary>
internal sealed class PackedSolution
{
#if CHAT_SDKS
    private const string Switch = "-p:ChatSdks=true";
#else
    private const string Switch = "-p:ChatSdks=false";
#endif

    private static readonly Lazy<Task<PackedSolution>> s_packed = new(PackAsync);
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("chatauth-packages-");

    public static string Version { get; } = XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants("Version").Single().Value;

    /// <summary>The folder that holds all of it.</summary>
    public string Root => _root.FullName;

    /// <summary>The file of NuGet's configuration.</summary>
    public string NuGetConfiguration => Path.Combine(Root, "nuget.config");

    private string Artifacts => Path.Combine(Root, "artifacts");

    private string Packages => Path.Combine(Artifacts, "package", "release");

    public static Task<PackedSolution> GetAsync() => s_packed.Value;

    /// <summary>Deletes it, where it was asked for.</summary>
    public static async Task DeleteAsync()
    {
        if (s_packed is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) (await s_packed.Value)._root.Delete(recursive: true);
    }

    /// <summary>The version of a package that the repository pins.</summary>
    public static string Pinned(string package) => XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion")
        .Single(pin => pin.Attribute("Include")!.Value == package).Attribute("Version")!.Value;

    /// <summary>The names of the packages that have this extension.</summary>
    public IReadOnlyList<string> Names(string extension) =>
        [.. Directory.EnumerateFiles(Packages, $"*.{extension}").Select(file => Path.GetFileName(file).Replace($".{Version}.{extension}", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public PackageFile Open(string name, string extension = "nupkg") => new(Path.Combine(Packages, $"{name}.{Version}.{extension}"));

    /// <summary>A new folder in <see cref="Root"/>.</summary>
    public string NewFolder() => _root.CreateSubdirectory(Path.GetRandomFileName()).FullName;

    /// <summary>Publishes the command line as the pages say; the folder of what was made.</summary>
    public async Task<string> PublishSingleFileAsync()
    {
        var folder = NewFolder();
        (await DotnetRun.SdkAsync(Repository.Root, "publish", "src/ChatAuth.Cli", "-p:PublishProfile=SingleFile", "-o", folder, "--artifacts-path", Artifacts, Switch)).Succeeded();
        return folder;
    }

    private static async Task<PackedSolution> PackAsync()
    {
        var packed = new PackedSolution();
        try
        {
            (await DotnetRun.SdkAsync(Repository.Root, "pack", "ChatAuth.sln", "--artifacts-path", packed.Artifacts, Switch)).Succeeded();
            var restored = (await DotnetRun.SdkAsync(Repository.Root, "nuget", "locals", "global-packages", "--list")).Succeeded().Output.Split(": ", 2)[1].Trim();
            await File.WriteAllTextAsync(packed.NuGetConfiguration, packed.Offline(restored));
            return packed;
        }
        catch
        {
            packed._root.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>A folder of restored packages is laid out as a feed is. What is ours comes from what was packed only, and is unpacked beside it.</summary>
    private string Offline(string restored) => $"""
        <configuration>
          <packageSources>
            <clear />
            <add key="packed" value="{Packages}" />
            <add key="restored" value="{restored}" />
          </packageSources>
          <packageSourceMapping>
            <clear />
            <packageSource key="packed"><package pattern="ChatAuth" /><package pattern="ChatAuth.*" /></packageSource>
            <packageSource key="restored"><package pattern="*" /></packageSource>
          </packageSourceMapping>
          <fallbackPackageFolders><clear /></fallbackPackageFolders>
          <config><add key="globalPackagesFolder" value="{Path.Combine(Root, "unpacked")}" /></config>
        </configuration>
        """;

}
