namespace ChatAuth.Storage.Files;

/// <summary>What the file system says about a file or directory.</summary>
/// <param name="Stamp">Which content it has.</param>
/// <param name="Mode">Kind and permissions, as in <c>st_mode</c>.</param>
/// <param name="Owner">The owner's user id.</param>
/// <param name="Group">The group's id.</param>
internal readonly record struct FileStatus(FileStamp Stamp, uint Mode, uint Owner, uint Group)
{
    private const uint KindMask = 0xF000;
    private const uint RegularKind = 0x8000;
    private const uint DirectoryKind = 0x4000;

    public bool IsRegular => (Mode & KindMask) == RegularKind;

    public bool IsDirectory => (Mode & KindMask) == DirectoryKind;

    public bool IsOurs => OperatingSystem.IsWindows() || Owner == Posix.User;

    public bool IsRoots => Owner == 0;

    /// <summary>Whether one of these permissions is given.</summary>
    public bool Allows(UnixFileMode permissions) => ((UnixFileMode)Mode & permissions) != 0;

    /// <summary>The status of a path, links followed; null when nothing is there.</summary>
    /// <exception cref="IOException">The file system refuses to tell.</exception>
    public static FileStatus? Find(string path) => OperatingSystem.IsWindows() ? FindOnWindows(path) : Posix.Stat(path);

    /// <summary>Why a directory is no place for secrets; null when it is one. Root's is: root could read them anyway.</summary>
    public string? DirectoryObjection() => this switch
    {
        { IsDirectory: false } => "it is not a directory",
        { IsOurs: false, IsRoots: false } => "it belongs to another user",
        _ when Allows(UnixFileMode.GroupWrite | UnixFileMode.OtherWrite) => "others can write to it",
        _ => null,
    };

    /// <summary>A user's directories on Windows are private by their inherited access lists, so only kind, size and time of writing count.</summary>
    private static FileStatus? FindOnWindows(string path)
    {
        if (Directory.Exists(path)) return new FileStatus(default, DirectoryKind, 0, 0);
        var file = new FileInfo(path);
        if (!file.Exists) return null;
        var (seconds, ticks) = Math.DivRem((file.LastWriteTimeUtc - DateTime.UnixEpoch).Ticks, TimeSpan.TicksPerSecond);
        return new FileStatus(new FileStamp(0, 0, seconds, ticks * TimeSpan.NanosecondsPerTick, file.Length), RegularKind, 0, 0);
    }
}
