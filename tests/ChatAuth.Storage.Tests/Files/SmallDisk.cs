namespace ChatAuth.Storage.Tests.Files;

/// <summary>A file system of 64 KB, mounted for one test. Needs root.</summary>
internal sealed class SmallDisk : IDisposable
{
    public const int Size = 64 * 1024;

    private readonly string _path;

    public SmallDisk(string path)
    {
        _path = path;
        Needs.Run("mount", "-t", "tmpfs", "-o", $"size={Size},mode=0700", "tmpfs", path);
    }

    public void Dispose() => Needs.Run("umount", _path);
}
