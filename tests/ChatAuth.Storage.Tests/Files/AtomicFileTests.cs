using ChatAuth.Core.Errors;
using ChatAuth.Storage.Files;
using ChatAuth.Testing;

namespace ChatAuth.Storage.Tests.Files;

public sealed class AtomicFileTests
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
    public void Replace_creates_a_file_for_its_owner_alone()
    {
        Needs.Unix();

        AtomicFile.Replace(_target, "new"u8, allowGroupReadable: false);

        Assert.That(File.ReadAllText(_target), Is.EqualTo("new"));
        Assert.That(TemporaryState.ModeOf(_target), Is.EqualTo(TemporaryState.OwnerOnly));
    }

    [Test]
    public void Replace_leaves_nothing_but_the_file()
    {
        _state.Write(_target, "old"u8.ToArray());

        AtomicFile.Replace(_target, "new"u8, allowGroupReadable: false);

        Assert.That(Directory.GetFiles(_state.Root), Is.EqualTo(new[] { _target }));
    }

    [TestCase(UnixFileMode.UserRead, false, UnixFileMode.UserRead)]
    [TestCase(TemporaryState.OwnerOnly | UnixFileMode.GroupRead, true, TemporaryState.OwnerOnly | UnixFileMode.GroupRead)]
    [TestCase(TemporaryState.OwnerOnly | UnixFileMode.GroupRead, false, TemporaryState.OwnerOnly)]
    [TestCase(TemporaryState.OwnerOnly | UnixFileMode.OtherRead, true, TemporaryState.OwnerOnly)]
    public void Replace_keeps_the_mode_as_far_as_it_is_strict(UnixFileMode before, bool allowGroupReadable, UnixFileMode after)
    {
        Needs.Unix();
        _state.Write(_target, "old"u8.ToArray());
        TemporaryState.SetMode(_target, before);

        AtomicFile.Replace(_target, "new"u8, allowGroupReadable);

        Assert.That(TemporaryState.ModeOf(_target), Is.EqualTo(after));
    }

    [Test]
    public void Replace_keeps_the_group_of_a_file_that_its_group_reads()
    {
        Needs.Root();
        _state.Write(_target, "old"u8.ToArray());
        Needs.Run("chgrp", "12345", _target);
        TemporaryState.SetMode(_target, TemporaryState.OwnerOnly | UnixFileMode.GroupRead);

        AtomicFile.Replace(_target, "new"u8, allowGroupReadable: true);

        Assert.That(FileStatus.Find(_target)!.Value.Group, Is.EqualTo(12345));
    }

    [Test]
    public void Resolve_follows_links_to_the_real_file()
    {
        Needs.Unix();
        File.CreateSymbolicLink(Path.Combine(_state.Root, "one"), "two");
        File.CreateSymbolicLink(Path.Combine(_state.Root, "two"), _target);

        Assert.That(AtomicFile.Resolve(Path.Combine(_state.Root, "one")), Is.EqualTo(_target));
    }

    [Test]
    public void Resolve_of_no_file_is_the_path() => Assert.That(AtomicFile.Resolve(_target), Is.EqualTo(_target));

    [Test]
    public void Replace_refuses_a_directory_that_others_can_write()
    {
        Needs.Unix();
        TemporaryState.SetMode(_state.Root, (UnixFileMode)0b111_111_111);

        AssertRefused("new"u8.ToArray());
    }

    [Test]
    public void Replace_refuses_a_file_of_another_user()
    {
        Needs.Root();
        _state.Write(_target, "old"u8.ToArray());
        Needs.Run("chown", "65534", _target);

        AssertRefused("new"u8.ToArray());
    }

    [Test]
    public void Replace_on_a_full_disk_leaves_the_old_bytes_and_nothing_else()
    {
        Needs.Root();
        using var disk = new SmallDisk(_state.Root);
        _state.Write(_target, "old"u8.ToArray());

        AssertRefused(new byte[SmallDisk.Size * 2]);
        Assert.That(Directory.GetFiles(_state.Root), Is.EqualTo(new[] { _target }));
    }

    [Test]
    public void Replace_on_a_read_only_disk_leaves_the_old_bytes()
    {
        Needs.Root();
        using var disk = new SmallDisk(_state.Root);
        _state.Write(_target, "old"u8.ToArray());
        Needs.Run("mount", "-o", "remount,ro", _state.Root);

        AssertRefused("new"u8.ToArray());
    }

    [Test]
    public void Failure_of_the_system_is_told_by_its_number()
    {
        Needs.Unix();
        var path = Path.Combine(_state.Root, new string('x', 300));

        var thrown = Assert.Throws<ChatAuthException>(() => AtomicFile.Replace(path, "new"u8, allowGroupReadable: false))!;

        Assert.That(thrown.Detail, Does.Match("^" + path + @": [^:/]+ \(error \d+\)$"));
    }

    [Test]
    public void Directory_that_is_absent_is_told_in_words_of_ours()
    {
        var path = Path.Combine(_state.Root, "absent", "target.json");

        var thrown = Assert.Throws<ChatAuthException>(() => AtomicFile.Replace(path, "new"u8, allowGroupReadable: false))!;

        Assert.That(thrown.Detail, Is.EqualTo($"{path}: its directory is not there"));
    }

    [Test]
    public void Replace_of_a_mounted_file_is_refused_and_never_copied_into()
    {
        Needs.Root();
        _state.Write(_target, "old"u8.ToArray());
        Needs.Run("mount", "--bind", _target, _target);
        try
        {
            AssertRefused("new"u8.ToArray());
            Assert.That(Directory.GetFiles(_state.Root), Is.EqualTo(new[] { _target }));
        }
        finally
        {
            Needs.Run("umount", _target);
        }
    }

    [Test]
    public void TryCreate_leaves_an_existing_file()
    {
        _state.Write(_target, "old"u8.ToArray());

        var created = AtomicFile.TryCreate(_target, "new"u8);

        Assert.That(created, Is.False);
        Assert.That(File.ReadAllText(_target), Is.EqualTo("old"));
    }

    [Test]
    public async Task TryCreate_by_many_at_once_has_one_winner()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(() => AtomicFile.TryCreate(_target, [(byte)number]))));

        Assert.That(results.Count(won => won), Is.EqualTo(1));
        Assert.That(Directory.GetFiles(_state.Root), Is.EqualTo(new[] { _target }));
    }

    [Test, Proof]
    public async Task Replace_makes_the_file_durable_then_renames_it_then_makes_the_directory_durable()
    {
        using var trace = await SystemCallTrace.AttachAsync("fsync,rename", _state.Root);

        AtomicFile.Replace(_target, "new"u8, allowGroupReadable: false);

        Assert.That(trace.Detach(), Is.EqualTo(new[] { "fsync file", "rename", "fsync directory" }));
    }

    private void AssertRefused(byte[] content)
    {
        var before = File.Exists(_target) ? File.ReadAllBytes(_target) : null;

        Assert.That(() => AtomicFile.Replace(_target, content, allowGroupReadable: false), Fails.With(ErrorCode.StoreUnwritable));
        Assert.That(File.Exists(_target) ? File.ReadAllBytes(_target) : null, Is.EqualTo(before));
    }
}
