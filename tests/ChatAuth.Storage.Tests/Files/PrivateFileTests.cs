using System.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Tests.Files;

public sealed class PrivateFileTests
{
    private TemporaryState _state = null!;

    [SetUp]
    public void MakeState() => _state = new TemporaryState();

    [TearDown]
    public void RemoveState() => _state.Dispose();

    [Test]
    public void Read_gives_the_bytes()
    {
        _state.Write("{}");

        var content = Read();

        Assert.That(content!.Bytes.ToArray(), Is.EqualTo("{}"u8.ToArray()));
    }

    [Test]
    public void Read_of_no_file_is_null() => Assert.That(Read(), Is.Null);

    [TestCase(UnixFileMode.GroupRead, false)]
    [TestCase(UnixFileMode.GroupWrite, false)]
    [TestCase(UnixFileMode.GroupWrite, true)]
    [TestCase(UnixFileMode.OtherRead, false)]
    [TestCase(UnixFileMode.OtherRead, true)]
    [TestCase(UnixFileMode.OtherWrite, true)]
    public void Read_refuses_a_file_that_is_open_to_others(UnixFileMode extra, bool allowGroupReadable)
    {
        Needs.Unix();
        _state.Write("{}");
        TemporaryState.SetMode(_state.Store, TemporaryState.OwnerOnly | extra);

        Assert.That(() => Read(allowGroupReadable), Fails.With(ErrorCode.StoreTooOpen));
    }

    [Test]
    public void Read_accepts_a_file_that_its_group_reads_where_that_is_set()
    {
        Needs.Unix();
        _state.Write("{}");
        TemporaryState.SetMode(_state.Store, TemporaryState.OwnerOnly | UnixFileMode.GroupRead);

        Assert.That(Read(allowGroupReadable: true), Is.Not.Null);
    }

    [Test]
    public void Read_refuses_a_file_of_another_user([Values] bool allowGroupReadable)
    {
        Needs.Root();
        _state.Write("{}");
        Needs.Run("chown", "65534", _state.Store);

        Assert.That(() => Read(allowGroupReadable), Fails.With(ErrorCode.StoreForeign));
    }

    [Test, CancelAfter(5000)]
    public void Read_refuses_a_pipe_without_waiting_for_a_writer()
    {
        Needs.Unix();
        _state.State.Create(Path.GetDirectoryName(_state.Store)!);
        Needs.Run("mkfifo", "-m", "600", _state.Store);

        Assert.That(() => Read(), Fails.With(ErrorCode.StoreUnreadable));
    }

    [TestCase("/dev/zero")]
    [TestCase("/dev/tty")]
    public void Read_refuses_a_device(string device)
    {
        Needs.Unix();
        _state.State.Create(Path.GetDirectoryName(_state.Store)!);
        File.CreateSymbolicLink(_state.Store, device);

        Assert.That(() => Read(), Fails.With(ErrorCode.StoreUnreadable));
    }

    [Test]
    public void Read_refuses_a_directory()
    {
        _state.State.Create(_state.Store);

        Assert.That(() => Read(), Fails.With(ErrorCode.StoreUnreadable));
    }

    [Test]
    public void Read_refuses_a_huge_file_without_reading_it()
    {
        _state.Write("{}");
        using (var file = File.OpenWrite(_state.Store)) file.SetLength(1L << 40);
        var start = Stopwatch.GetTimestamp();

        Assert.That(() => Read(), Fails.With(ErrorCode.StoreUnreadable));
        Assert.That(Stopwatch.GetElapsedTime(start), Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public void Read_refuses_links_that_lead_in_a_circle()
    {
        Needs.Unix();
        _state.State.Create(Path.GetDirectoryName(_state.Store)!);
        File.CreateSymbolicLink(_state.Store, _state.Store);

        Assert.That(() => Read(), Fails.With(ErrorCode.StoreUnreadable));
    }

    private PrivateContent? Read(bool allowGroupReadable = false) => PrivateFile.Read(_state.Store, allowGroupReadable);
}
