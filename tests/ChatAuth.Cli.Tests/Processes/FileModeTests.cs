namespace ChatAuth.Cli.Tests.Processes;

[Parallelizable]
internal sealed class FileModeTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [TestCase("022")]
    [TestCase("000")]
    public async Task Everything_in_the_state_directory_is_its_owners_alone_whatever_the_umask_says(string umask)
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Windows has no modes: run this on Linux or macOS.");
        using var cli = new CliProcess();
        using var chat = cli.StartUnder(umask, "chat");
        var error = chat.StandardError.ReadToEndAsync();
        await chat.StandardInput.WriteLineAsync("/model echo\nhello");
        await chat.StandardInput.FlushAsync();
        while (await chat.StandardOutput.ReadLineAsync() is { } line && !line.Contains("heard: hello", StringComparison.Ordinal)) continue;

        var whileOpen = ModesIn(cli.State);
        chat.StandardInput.Close();
        await CliProcess.EndAsync(chat, chat.StandardOutput.ReadToEndAsync(), error);

        Assert.That(whileOpen.Select(entry => Path.GetFileName(entry.Path)), Does.Contain("chatauth.db-wal").And.Contain("fingerprint.key"));
        Assert.That(whileOpen.Concat(ModesIn(cli.State)).Where(entry => entry.Mode != entry.Wanted), Is.Empty);
    }

    [Test]
    public async Task State_directory_that_others_may_write_is_refused_by_every_command()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Windows has no modes: run this on Linux or macOS.");
        using var cli = new CliProcess();
        await cli.RunAsync("access claim");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(cli.State, (UnixFileMode)0b111_111_111);

        foreach (var command in (string[])["access claim", "access owner telegram:42", "access list", "sessions list", "models status --check"])
        {
            var run = await cli.RunAsync(command);

            Assert.That((run.ExitCode, run.Output), Is.EqualTo((77, "")), command);
            Assert.That(run.Error, Does.Contain("[state-unsafe]"));
        }
    }

    private static List<(string Path, UnixFileMode Mode, UnixFileMode Wanted)> ModesIn(string state) =>
    [
        .. Directory.EnumerateFileSystemEntries(state, "*", SearchOption.AllDirectories).Prepend(state).Select(path => (
            path, OperatingSystem.IsWindows() ? OwnerOnly : File.GetUnixFileMode(path), Directory.Exists(path) ? OwnerOnly | UnixFileMode.UserExecute : OwnerOnly)),
    ];
}
