using ChatAuth.Core.Errors;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Tests.Files;

public sealed class FileLockTests
{
    private TemporaryState _state = null!;
    private string _target = null!;

    [SetUp]
    public void MakeState()
    {
        _state = new TemporaryState();
        _target = Path.Combine(_state.Root, "target.json");
    }

    [TearDown]
    public void RemoveState() => _state.Dispose();

    [Test]
    public async Task Take_of_a_free_lock_makes_a_private_file_that_stays()
    {
        Needs.Unix();

        (await TakeAsync()).Dispose();

        Assert.That(TemporaryState.ModeOf(FileLock.PathFor(_target)), Is.EqualTo(TemporaryState.OwnerOnly));
    }

    [Test]
    public async Task Take_of_a_held_lock_gives_up_after_ten_seconds()
    {
        using var held = await TakeAsync();
        var clock = new HastyClock();

        Assert.That(() => FileLock.TakeAsync(_target, clock, CancellationToken.None), Fails.With(ErrorCode.StoreBusy));
        Assert.That(clock.GetElapsedTime(0), Is.EqualTo(TimeSpan.FromSeconds(10)).Within(TimeSpan.FromMilliseconds(200)));
    }

    [Test]
    public async Task Take_waits_for_the_holder()
    {
        var held = await TakeAsync();
        var waiting = TakeAsync();

        held.Dispose();

        Assert.That(async () => (await waiting).Dispose(), Throws.Nothing);
    }

    [Test]
    public async Task Take_that_is_cancelled_says_so()
    {
        using var held = await TakeAsync();
        using var cancellation = new CancellationTokenSource();
        var waiting = FileLock.TakeAsync(_target, TimeProvider.System, cancellation.Token);

        await cancellation.CancelAsync();

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Take_excludes_another_process()
    {
        Needs.Unix();
        using var held = await TakeAsync();

        Assert.That(ExitCodeOf("flock", "--nonblock", FileLock.PathFor(_target), "true"), Is.EqualTo(1));
    }

    [Test]
    public async Task Take_again_after_the_end_succeeds()
    {
        (await TakeAsync()).Dispose();

        Assert.That(async () => (await TakeAsync()).Dispose(), Throws.Nothing);
    }

    [Test]
    public void Take_lives_beside_the_lock_directory_of_the_original()
    {
        Directory.CreateDirectory(_target + ".lock");

        Assert.That(async () => (await TakeAsync()).Dispose(), Throws.Nothing);
    }

    [Test]
    public void Take_in_a_directory_that_cannot_be_written_is_refused()
    {
        Needs.Root();
        using var disk = new SmallDisk(_state.Root);
        Needs.Run("mount", "-o", "remount,ro", _state.Root);

        Assert.That(TakeAsync, Fails.With(ErrorCode.StoreUnwritable));
    }

    private Task<FileLock> TakeAsync() => FileLock.TakeAsync(_target, TimeProvider.System, CancellationToken.None);

    private static int ExitCodeOf(string program, params string[] arguments)
    {
        if (!File.Exists($"/usr/bin/{program}")) Assert.Ignore($"Needs {program}: apt-get install util-linux");
        using var process = System.Diagnostics.Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode;
    }
}
