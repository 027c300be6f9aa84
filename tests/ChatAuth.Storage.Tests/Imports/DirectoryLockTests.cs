using ChatAuth.Storage.Files;
using ChatAuth.Storage.Imports;
using ChatAuth.Storage.Tests.Files;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Storage.Tests.Imports;

/// <summary>One holder at a time, and nobody removes another's lock.</summary>
public sealed class DirectoryLockTests
{
    private readonly FakeTime _time = new(DateTimeOffset.UtcNow);
    private TemporaryState _home = null!;

    private string Path => System.IO.Path.Join(_home.Root, "a.lock");

    [SetUp]
    public void SetUp()
    {
        Needs.Unix();
        _home = new TemporaryState();
    }

    [TearDown]
    public void TearDown() => _home?.Dispose();

    [Test]
    public void Lock_that_another_took_over_is_left_to_it()
    {
        var slow = DirectoryLock.TryTake(Path, _time)!;
        Directory.Delete(Path);
        Directory.CreateDirectory(Path);

        slow.Dispose();

        Assert.That(Path, Does.Exist);
    }

    [Test]
    public void Lock_that_another_took_over_is_not_renewed()
    {
        using var slow = DirectoryLock.TryTake(Path, _time);
        Directory.Delete(Path);
        Directory.CreateDirectory(Path);
        var since = DateTime.UtcNow.AddMinutes(-1);
        Directory.SetLastWriteTimeUtc(Path, since);

        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.That(Directory.GetLastWriteTimeUtc(Path), Is.EqualTo(since));
    }

    [Test]
    public void Stale_lock_that_another_is_removing_is_left_to_it()
    {
        LeaveStale();
        if (OperatingSystem.IsWindows()) return; // Needs.Unix() has said so; the analyzer does not know.
        using var removing = Posix.Open(Path)!;
        Assert.That(Posix.TryLock(removing, Path));

        Assert.That(DirectoryLock.TryTake(Path, _time), Is.Null);
        Assert.That(Path, Does.Exist);
    }

    [Test]
    public void Of_eight_that_see_a_stale_lock_one_takes_it()
    {
        for (var round = 0; round < 100; round++)
        {
            LeaveStale();
            using var start = new Barrier(8);
            var taken = new DirectoryLock?[8];
            List<Thread> takers = [.. Enumerable.Range(0, 8).Select(i => new Thread(() =>
            {
                start.SignalAndWait();
                taken[i] = DirectoryLock.TryTake(Path, _time);
            }))];
            takers.ForEach(taker => taker.Start());
            takers.ForEach(taker => taker.Join());

            Assert.That(taken.Count(one => one is not null), Is.LessThanOrEqualTo(1), $"round {round}");
            foreach (var one in taken) one?.Dispose();
            Assert.That(Directory.GetFileSystemEntries(_home.Root), Has.Length.LessThanOrEqualTo(1));
        }
    }

    private void LeaveStale()
    {
        Directory.CreateDirectory(Path);
        Directory.SetLastWriteTimeUtc(Path, _time.GetUtcNow().UtcDateTime.AddSeconds(-61));
    }
}
