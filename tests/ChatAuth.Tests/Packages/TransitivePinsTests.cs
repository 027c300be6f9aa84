using ChatAuth.Testing;

namespace ChatAuth.Tests.Packages;

/// <summary>Whether the versions that the repository pins hold for what packages need in turn, too.</summary>
[Proof]
internal sealed class TransitivePinsTests
{
    [TestCase("ChatAuth.Gateway", "true")]
    [TestCase("ChatAuth.Cli", "true")]
    [TestCase("ChatAuth.Core", "false")]
    public async Task Pins_hold_for_all_that_a_program_brings_along_and_stay_out_of_a_library(string project, string isPinned)
    {
        var read = (await DotnetRun.SdkAsync(Repository.Root, "msbuild", $"src/{project}/{project}.csproj", "-getProperty:CentralPackageTransitivePinningEnabled")).Succeeded();

        Assert.That(read.Output.Trim(), Is.EqualTo(isPinned));
    }
}
