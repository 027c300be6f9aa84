using ChatAuth.Core.Diagnostics;
using ChatAuth.Storage.Diagnostics;
using ChatAuth.Storage.Files;
using ChatAuth.Storage.Tests.Files;

namespace ChatAuth.Storage.Tests.Diagnostics;

internal sealed class StateDirectoryCheckTests
{
    private const UnixFileMode OwnerOnly = TemporaryState.OwnerOnly | UnixFileMode.UserExecute;

    private TemporaryState _temporary = null!;

    [SetUp]
    public void SetUp() => _temporary = new TemporaryState();

    [TearDown]
    public void TearDown() => _temporary.Dispose();

    [Test]
    public async Task Directory_of_ours_alone_passes_and_nothing_is_left_in_it()
    {
        Assert.That(await Finds.InAsync(Check()), Is.Empty);
        Assert.That(Directory.EnumerateFileSystemEntries(_temporary.Root), Is.Empty);
    }

    [Test]
    public async Task Directory_that_can_be_made_passes_and_is_not_made()
    {
        var absent = Path.Combine(_temporary.Root, "a", "b");

        Assert.That(await Finds.InAsync(Check(absent)), Is.Empty);
        Assert.That(Directory.EnumerateFileSystemEntries(_temporary.Root), Is.Empty);
    }

    [TestCase(UnixFileMode.OtherRead, "Warning state-directory-too-open")]
    [TestCase(UnixFileMode.GroupExecute, "Warning state-directory-too-open")]
    [TestCase(UnixFileMode.GroupWrite, "Error state-directory-too-open")]
    [TestCase(UnixFileMode.OtherWrite, "Error state-directory-too-open")]
    public async Task Directory_that_others_can_enter_is_found_and_mended(UnixFileMode others, string finding)
    {
        Needs.Unix();
        TemporaryState.SetMode(_temporary.Root, OwnerOnly | others);
        Assert.That(await Finds.InAsync(Check()), Is.EqualTo(new[] { finding }));

        var mended = await Check().MendAsync(default);

        Assert.That(mended, Has.Count.EqualTo(1));
        Assert.That(TemporaryState.ModeOf(_temporary.Root), Is.EqualTo(OwnerOnly));
        Assert.That(await Finds.InAsync(Check()), Is.Empty);
    }

    [Test]
    public async Task File_in_its_place_is_found()
    {
        var place = Path.Combine(_temporary.Root, "state");
        await File.WriteAllTextAsync(place, "");

        Assert.That(await Finds.InAsync(Check(place)), Is.EqualTo(new[] { "Error state-directory-odd" }));
    }

    [Test]
    public async Task Directory_below_a_file_cannot_be_made()
    {
        var file = Path.Combine(_temporary.Root, "file");
        await File.WriteAllTextAsync(file, "");

        Assert.That(await Finds.InAsync(Check(Path.Combine(file, "state"))), Is.EqualTo(new[] { "Error state-directory-unwritable" }));
    }

    [Test]
    public async Task Network_mount_is_found()
    {
        var check = new StateDirectoryCheck(_temporary.State, _ => 0x6969);

        Assert.That(await Finds.InAsync(check), Is.EqualTo(new[] { "Error state-directory-on-network" }));
    }

    [Test]
    public async Task Directory_of_another_user_is_found_and_not_mended()
    {
        Needs.Root();
        Needs.Run("chown", "65534", _temporary.Root);
        TemporaryState.SetMode(_temporary.Root, OwnerOnly | UnixFileMode.OtherRead);

        Assert.That(await Check().MendAsync(default), Is.Empty);
        Assert.That(await Finds.InAsync(Check()), Is.EqualTo(new[] { "Error state-directory-foreign" }));
    }

    [Test]
    public async Task Remedy_quotes_a_path_with_odd_characters()
    {
        Needs.Unix();
        var odd = Path.Combine(_temporary.Root, "it's mine");
        Directory.CreateDirectory(odd);
        TemporaryState.SetMode(odd, OwnerOnly | UnixFileMode.OtherRead);

        var found = (CheckResult.Found)await Check(odd).RunAsync(default);

        Assert.That(found.Findings.Single().Remedy, Is.EqualTo($"chmod 700 '{_temporary.Root}/it'\\''s mine'"));
    }

    private StateDirectoryCheck Check(string? path = null) => new(path is null ? _temporary.State : new StateDirectory(path), _ => 0);
}
