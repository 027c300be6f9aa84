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
    public async Task Gateway_that_interactions_are_brought_to_refuses_to_start_and_names_the_socket()
    {
        await using var discord = await FakeDiscordServer.StartAsync();
        _gateway.UseDiscord(discord);

        var (exitCode, error) = await _gateway.RunWithoutAsync(Libraries);

        Assert.That(exitCode, Is.EqualTo(ExitCodes.Unavailable), error);
        Assert.That(error, Does.StartWith("error [signature-unavailable]: ").And.Contain(Libraries[0]));
        Assert.That(error, Does.Contain("libssl3").And.Contain("set Discord:Transport to socket").And.Contain("-p:ChatSdks=true"));
        Assert.That(discord.Requests, Is.Empty);
    }

#if CHAT_SDKS
    [Test]
    public async Task Gateway_on_the_socket_needs_none()
    {
        await using var discord = await FakeDiscordServer.StartAsync(new() { OverlooksUnknownFields = true });
        _gateway.UseDiscord(discord);
        _gateway.Environment["CHATAUTH__DISCORD__TRANSPORT"] = "socket";

        await _gateway.StartWithoutAsync(Libraries);
        await discord.WaitForSocketsAsync(timeout: TimeSpan.FromSeconds(45));
        var (exitCode, error) = await _gateway.StopAsync();

        Assert.That((exitCode, error), Is.EqualTo((0, "")));
    }
#endif

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
