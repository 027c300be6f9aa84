using ChatAuth.Core.Diagnostics;
using ChatAuth.Storage.Diagnostics;
using ChatAuth.Storage.Files;
using ChatAuth.Storage.Tests.Files;

namespace ChatAuth.Storage.Tests.Diagnostics;

internal sealed class FileModesCheckTests
{
    private const UnixFileMode OthersRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private static readonly string[] Private = ["store", "chatauth.db", "chatauth.db-wal", "chatauth.db-shm", ".env", "keys/fingerprint.key", "keys/buttons.key"];

    private TemporaryState _temporary = null!;

    [SetUp]
    public void SetUp()
    {
        Needs.Unix();
        _temporary = new TemporaryState();
        foreach (var name in Private) _temporary.Write(PathOf(name), [1]);
        _temporary.Write(PathOf("chatauth.json"), "{}"u8.ToArray());
        TemporaryState.SetMode(PathOf("chatauth.json"), TemporaryState.OwnerOnly | OthersRead);
    }

    [TearDown]
    public void TearDown() => _temporary?.Dispose();

    [Test]
    public async Task Files_of_ours_alone_pass() => Assert.That(await Finds.InAsync(Check()), Is.Empty);

    [Test]
    public async Task Empty_directory_was_not_looked_at()
    {
        using var empty = new TemporaryState();

        Assert.That(await new FileModesCheck(empty.State, new FileStoreOptions()).RunAsync(default), Is.InstanceOf<CheckResult.Skipped>());
    }

    [TestCaseSource(nameof(Private))]
    public async Task File_that_others_can_read_is_found_and_mended(string name)
    {
        TemporaryState.SetMode(PathOf(name), TemporaryState.OwnerOnly | OthersRead);
        var finding = ((CheckResult.Found)await Check().RunAsync(default)).Findings.Single();
        Assert.That((finding.Code, finding.Remedy), Is.EqualTo(("file-too-open", $"chmod 600 {PathOf(name)}")));

        await Check().MendAsync(default);

        Assert.That(TemporaryState.ModeOf(PathOf(name)), Is.EqualTo(TemporaryState.OwnerOnly));
        Assert.That(await Finds.InAsync(Check()), Is.Empty);
    }

    [TestCase(OthersRead, "Warning file-too-open")]
    [TestCase(UnixFileMode.OtherWrite, "Error file-too-open")]
    public async Task Env_file_that_only_the_directory_shelters_is_a_warning(UnixFileMode more, string found)
    {
        TemporaryState.SetMode(PathOf(".env"), TemporaryState.OwnerOnly | more);

        Assert.That(await Finds.InAsync(Check()), Is.EqualTo(new[] { found }));
    }

    [Test]
    public async Task Configuration_may_be_read_by_all_and_written_by_none()
    {
        TemporaryState.SetMode(PathOf("chatauth.json"), TemporaryState.OwnerOnly | OthersRead | UnixFileMode.OtherWrite);
        Assert.That(await Finds.InAsync(Check()), Is.EqualTo(new[] { "Error file-too-open" }));

        await Check().MendAsync(default);

        Assert.That(TemporaryState.ModeOf(PathOf("chatauth.json")), Is.EqualTo(TemporaryState.OwnerOnly | OthersRead));
    }

    [Test]
    public async Task Group_may_read_a_store_where_that_is_set_and_mending_leaves_it()
    {
        TemporaryState.SetMode(PathOf("store"), TemporaryState.OwnerOnly | UnixFileMode.GroupRead);

        Assert.That(await Check(allowGroupReadable: true).MendAsync(default), Is.Empty);
        Assert.That(await Finds.InAsync(Check(allowGroupReadable: true)), Is.Empty);
    }

    [Test]
    public async Task Pipe_in_place_of_a_file_is_found_at_once_and_left_alone()
    {
        File.Delete(PathOf("store"));
        Needs.Run("mkfifo", "-m", "666", PathOf("store"));

        Assert.That(await Check().MendAsync(default), Is.Empty);
        Assert.That(await Finds.InAsync(Check()), Is.EqualTo(new[] { "Error file-odd" }));
    }

    [Test]
    public async Task File_of_another_user_is_found_and_left_alone()
    {
        Needs.Root();
        Needs.Run("chown", "65534", PathOf(".env"));
        TemporaryState.SetMode(PathOf(".env"), TemporaryState.OwnerOnly | OthersRead);

        Assert.That(await Check().MendAsync(default), Is.Empty);
        Assert.That(await Finds.InAsync(Check()), Is.EqualTo(new[] { "Error file-foreign" }));
    }

    [Test]
    public async Task Mending_follows_no_link_at_the_end()
    {
        var elsewhere = Elsewhere();
        File.Delete(PathOf(".env"));
        File.CreateSymbolicLink(PathOf(".env"), elsewhere);

        Assert.That(await Check().MendAsync(default), Is.Empty);
        Assert.That(TemporaryState.ModeOf(elsewhere), Is.EqualTo(TemporaryState.OwnerOnly | OthersRead));
    }

    [Test]
    public async Task Mending_follows_no_link_on_the_way()
    {
        var elsewhere = Elsewhere("buttons.key");
        Directory.Delete(_temporary.State.Keys, recursive: true);
        Directory.CreateSymbolicLink(_temporary.State.Keys, Path.GetDirectoryName(elsewhere)!);

        Assert.That(await Check().MendAsync(default), Is.Empty);
        Assert.That(TemporaryState.ModeOf(elsewhere), Is.EqualTo(TemporaryState.OwnerOnly | OthersRead));
    }

    [Test]
    public async Task Mending_touches_nothing_that_is_not_ours_by_name()
    {
        var theirs = Path.Combine(_temporary.Root, "notes.txt");
        _temporary.Write(theirs, [1]);
        TemporaryState.SetMode(theirs, TemporaryState.OwnerOnly | OthersRead);

        Assert.That(await Check().MendAsync(default), Is.Empty);
        Assert.That(TemporaryState.ModeOf(theirs), Is.EqualTo(TemporaryState.OwnerOnly | OthersRead));
    }

    [Test]
    public async Task Mending_gives_nothing_that_was_not_given()
    {
        TemporaryState.SetMode(PathOf("store"), UnixFileMode.UserRead | UnixFileMode.OtherRead);

        await Check().MendAsync(default);

        Assert.That(TemporaryState.ModeOf(PathOf("store")), Is.EqualTo(UnixFileMode.UserRead));
    }

    private FileModesCheck Check(bool allowGroupReadable = false) => new(_temporary.State, new FileStoreOptions { AllowGroupReadable = allowGroupReadable });

    private string PathOf(string name) => name == "store" ? _temporary.Store : Path.Combine(_temporary.Root, name);

    /// <summary>A file of ours that others may read, outside of everything that is looked at.</summary>
    private string Elsewhere(string name = "public")
    {
        var path = Path.Combine(_temporary.Root, "elsewhere", name);
        _temporary.Write(path, [1]);
        TemporaryState.SetMode(path, TemporaryState.OwnerOnly | OthersRead);
        return path;
    }
}
