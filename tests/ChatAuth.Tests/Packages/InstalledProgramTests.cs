using ChatAuth.Testing;

namespace ChatAuth.Tests.Packages;

/// <summary>The command line as others get it: as a .NET tool, and as one file. Both run in a home where nothing was before, and load SQLite's library.</summary>
[Proof]
internal sealed class InstalledProgramTests
{
    private static string FileName => OperatingSystem.IsWindows() ? "chatauth.exe" : "chatauth";

    [Test]
    public async Task Tool_is_installed_from_a_folder_and_runs()
    {
        var packed = await PackedSolution.GetAsync();
        var (folder, home) = (packed.NewFolder(), packed.NewFolder());

        (await DotnetRun.AloneAsync(home, home, DotnetRun.Dotnet, "tool", "install", "ChatAuth.Cli", "--tool-path", folder, "--configfile", packed.NuGetConfiguration)).Succeeded();

        await RunsAsync(Path.Combine(folder, FileName), home);
    }

    [Test]
    public async Task Single_file_is_one_file_and_runs()
    {
        var packed = await PackedSolution.GetAsync();
        var home = packed.NewFolder();

        var folder = await packed.PublishSingleFileAsync();

        Assert.That(Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName), Is.EqualTo(new[] { FileName }));
        await RunsAsync(Path.Combine(folder, FileName), home);
    }

    private static async Task RunsAsync(string program, string home)
    {
        var version = await DotnetRun.AloneAsync(home, home, program, "--version");
        var status = await DotnetRun.AloneAsync(home, home, program, "models", "status");
        var access = await DotnetRun.AloneAsync(home, home, program, "access", "owner", "console:7");

        Assert.That(version.Succeeded().Output.Trim(), Is.EqualTo($"chatauth {PackedSolution.Version}"));
        Assert.That(status.Succeeded().Output, Does.Contain("demo:echo").And.Contain(Path.Combine(home, ".chatauth")));
        Assert.That(access.Succeeded().Output, Is.Not.Empty);
        Assert.That(File.Exists(Path.Combine(home, ".chatauth", "chatauth.db")));
    }
}
