using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Tests.Files;

public sealed class FileStampTests
{
    [Test]
    public void Stamp_changes_when_a_file_of_equal_size_takes_the_place()
    {
        using var state = new TemporaryState();
        state.Write("{\"a\":1}");
        var before = FileStatus.Find(state.Store)!.Value.Stamp;

        AtomicFile.Replace(state.Store, "{\"b\":2}"u8, allowGroupReadable: false);

        Assert.That(FileStatus.Find(state.Store)!.Value.Stamp, Is.Not.EqualTo(before));
    }

    [TestCase(0, false)]
    [TestCase(2, false)]
    [TestCase(3, true)]
    [TestCase(-3600, false)]
    public void Stamp_is_settled_some_seconds_after_the_change(int seconds, bool expected)
    {
        var changed = DateTimeOffset.UnixEpoch.AddDays(20_000);
        var stamp = new FileStamp(1, 2, changed.ToUnixTimeSeconds(), changed.Nanosecond, 3);

        var settled = stamp.IsSettled(changed.AddSeconds(seconds));

        Assert.That(settled, Is.EqualTo(expected));
    }
}
