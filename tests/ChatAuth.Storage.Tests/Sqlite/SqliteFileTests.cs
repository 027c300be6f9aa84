using System.Runtime.InteropServices;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Sqlite;

namespace ChatAuth.Storage.Tests.Sqlite;

[TestFixture]
[Platform(Exclude = "Win", Reason = "Windows has no mode bits.")]
public sealed partial class SqliteFileTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Everyone = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private TemporaryDatabase _files = null!;
    private uint _umask;

    private IEnumerable<string> All => [_files.Path, _files.Path + "-wal", _files.Path + "-shm"];

    [SetUp]
    public void LetOthersReadNewFiles()
    {
        _files = new TemporaryDatabase();
        _umask = UMask(0b000_010_010);
    }

    [TearDown]
    public void RestoreUmask()
    {
        _ = UMask(_umask);
        _files.Dispose();
    }

    [Test]
    public async Task Database_and_its_log_are_created_for_their_owner_alone()
    {
        await Write(_files.Open());

        Assert.That(All.Select(Mode), Is.All.EqualTo(OwnerOnly));
    }

    [Test]
    public async Task Database_that_others_may_read_is_closed_to_them()
    {
        var first = _files.Open();
        await Write(first);
        foreach (var file in All) SetMode(file, Everyone);

        await Write(_files.Open());

        Assert.That(All.Select(Mode), Is.All.EqualTo(OwnerOnly));
    }

    [Test]
    public async Task Database_behind_a_link_is_found_and_the_link_stays()
    {
        await Write(_files.Open());
        var link = _files.Path + ".link";
        File.CreateSymbolicLink(link, _files.Path);

        var owners = _files.Track(new SqliteDatabase(link)).Read(GrantRows.Load).Owners;

        Assert.That(owners, Has.Count.EqualTo(1));
        Assert.That(File.Exists(link + "-wal"), Is.False);
    }

    [TestCase(0x6969, TestName = "Nfs_is_refused")]
    [TestCase(0x517B, TestName = "Smb_is_refused")]
    [TestCase(0xFF534D42, TestName = "Cifs_is_refused")]
    [TestCase(0xFE534D42, TestName = "Smb2_is_refused")]
    [TestCase(0x01021997, TestName = "Shared_folder_over_9p_is_refused")]
    [TestCase(0x65735546, TestName = "Fuse_and_virtiofs_are_refused")]
    public void Network_and_shared_folders_are_refused_before_anything_is_created(long magic)
    {
        var database = _files.Track(new SqliteDatabase(_files.Path) { FileSystemOf = _ => magic });

        Assert.That(() => Write(database), Throws.TypeOf<ChatAuthException>().With.Property("Code").EqualTo(ErrorCode.DatabaseOnNetwork));
        Assert.That(File.Exists(_files.Path), Is.False);
    }

    [Test]
    [Platform("Linux")]
    public void File_system_of_a_directory_is_told() => Assert.That(FileSystemKind.Of("/proc"), Is.EqualTo(0x9FA0));

    private static Task Write(SqliteDatabase database) =>
        database.WriteAsync(connection => GrantRows.SaveOwner(connection, new("telegram", 1), owner: true), default);

    private static UnixFileMode Mode(string file) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file);

    private static void SetMode(string file, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, mode);
    }

    [LibraryImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint UMask(uint mask);
}
