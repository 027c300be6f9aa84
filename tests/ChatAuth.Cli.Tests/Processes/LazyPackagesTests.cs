using System.Diagnostics;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>The packages of the vendors are loaded with the first call, not with each start.</summary>
[Parallelizable]
[Platform(Include = "Linux", Reason = "It reads what a process has mapped.")]
internal sealed class LazyPackagesTests
{
    private CliProcess _cli = null!;

    [SetUp]
    public void SetUp() => _cli = new CliProcess();

    [TearDown]
    public void TearDown() => _cli.Dispose();

    [Test]
    public async Task Status_needs_no_package_of_a_vendor()
    {
        using var process = _cli.Start("chat --json");
        await process.StandardInput.WriteAsync("/model status\n");
        await process.StandardInput.FlushAsync();
        var status = await process.StandardOutput.ReadLineAsync();

        var mapped = await File.ReadAllTextAsync($"/proc/{process.Id}/maps");

        await EndAsync(process);
        Assert.That(status, Does.Contain("\"status\""));
        Assert.That(mapped, Does.Contain("ChatAuth.Providers.dll"));
        Assert.That(mapped, Does.Not.Contain("/Anthropic.dll").And.Not.Contain("/OpenAI.dll"));
    }

    private static async Task EndAsync(Process process)
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
    }
}
