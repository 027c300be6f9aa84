using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Diagnostics;

/// <summary>Finds programs as a shell does, without running them.</summary>
public static class CommandPath
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The first file of that name on a search path that can be run; null when there is none.</summary>
    /// <param name="name">The program's name.</param>
    /// <param name="searchPath">The value of <c>PATH</c>; relative entries of it are passed over.</param>
    public static string? Find(string name, string? searchPath)
    {
        string[] names = OperatingSystem.IsWindows() ? [$"{name}.exe", $"{name}.cmd"] : [name];
        return (searchPath ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified)
            .SelectMany(directory => names, Path.Combine)
            .FirstOrDefault(CanRun);
    }

    private static bool CanRun(string path)
    {
        try
        {
            return FileStatus.Find(path) is { IsRegular: true } status && (OperatingSystem.IsWindows() || status.Allows(AnyExecute));
        }
        catch (IOException)
        {
            return false;
        }
    }
}
