using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Tests.Files;

public sealed class FileStatusTests
{
    [Test]
    public void Find_tells_what_is_known_of_a_new_file()
    {
        using var state = new TemporaryState();
        state.Write("12345");

        var status = FileStatus.Find(state.Store)!.Value;

        var changed = DateTime.UnixEpoch.AddSeconds(status.Stamp.ChangedSeconds);
        Assert.That((status.IsRegular, status.IsDirectory, status.IsOurs, status.Stamp.Size), Is.EqualTo((true, false, true, 5L)));
        Assert.That(changed, Is.EqualTo(File.GetLastWriteTimeUtc(state.Store)).Within(TimeSpan.FromSeconds(10)));
        Assert.That(status.Stamp.ChangedNanoseconds, Is.InRange(0, 999_999_999));
    }

    [Test]
    public void Find_of_an_open_file_is_that_of_its_path()
    {
        using var state = new TemporaryState();
        state.Write("12345");
        if (OperatingSystem.IsWindows()) return;
        using var handle = Posix.Open(state.Store)!;

        Assert.That(Posix.Stat(handle, state.Store), Is.EqualTo(FileStatus.Find(state.Store)));
    }

    [Test]
    public void Find_knows_a_directory()
    {
        using var state = new TemporaryState();

        Assert.That(FileStatus.Find(state.Root)!.Value.IsDirectory);
    }

    [Test]
    public void Find_of_nothing_is_null()
    {
        using var state = new TemporaryState();

        Assert.That(FileStatus.Find(state.Store), Is.Null);
    }

    [Test]
    public void Two_files_have_two_inodes()
    {
        Needs.Unix();
        using var state = new TemporaryState();
        state.Write("1");
        state.Write(state.Store + "2", "1"u8.ToArray());

        Assert.That(FileStatus.Find(state.Store)!.Value.Stamp.Inode, Is.Not.EqualTo(FileStatus.Find(state.Store + "2")!.Value.Stamp.Inode));
    }
}
