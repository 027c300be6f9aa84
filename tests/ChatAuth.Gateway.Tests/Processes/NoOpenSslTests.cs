using System.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Testing.Discord;

namespace ChatAuth.Gateway.Tests.Processes;

/// <summary>A machine whose own directories have no OpenSSL 3: its files are hidden from one process by a mount that this process alone sees.</summary>
[Parallelizable]
internal sealed class NoOpenSslTests
{
    private static readonly string[] s_directories = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib"];

    private static List<string> Libraries =>
        [.. s_directories.Select(directory => $"{directory}/libcrypto.so.3").Where(File.Exists).DistinctBy(file => new FileInfo(file).ResolveLinkTarget(true)?.FullName ?? file)];

    private GatewayProcess _gateway = null!;

    [SetUp]
    public void SetUp()
    {
        if (Libraries.Count == 0) Assert.Ignore("Needs OpenSSL 3 on Linux, to take it away: apt-get install libssl3");
        if (!CanHide()) Assert.Ignore("Needs mounts of a process's own: apt-get install util-linux, sysctl kernel.unprivileged_userns_clone=1");
        _gateway = new GatewayProcess();
    }

    [TearDown]
    public void TearDown() => _gateway?.Dispose();

    [Test]
    public async Task Gateway_with_a_bot_on_discord_refuses_to_start_and_names_the_bridge()
    {
        await using var discord = await FakeDiscordServer.StartAsync();
        _gateway.UseDiscord(discord);

        var (exitCode, error) = await _gateway.RunWithoutAsync(Libraries);

        Assert.That(exitCode, Is.EqualTo(ExitCodes.Unavailable), error);
        Assert.That(error, Does.StartWith("error [signature-unavailable]: ").And.Contain(Libraries[0]).And.Contain("bridge for Discord.Net").And.Contain("-p:ChatSdks=true"));
        Assert.That(discord.Requests, Is.Empty);
    }

    private static bool CanHide()
    {
        try
        {
            using var tried = Process.Start(new ProcessStartInfo("unshare", ["--user", "--map-root-user", "--mount", "/bin/sh", "-c", $"mount --bind /dev/null '{Libraries[0]}'"]) { RedirectStandardError = true })!;
            tried.WaitForExit();
            return tried.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
