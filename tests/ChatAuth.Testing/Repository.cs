namespace ChatAuth.Testing;

/// <summary>The files of the repository, for tests that hold them against the code. Paths are relative to its root, with slashes.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string PathOf(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>The files of a folder and all below it, without what a build made, in ordinal order.</summary>
    public static IReadOnlyList<string> List(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal),
    ];

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "ChatAuth.sln")) ? folder : FindRoot(Directory.GetParent(folder)!.FullName);
}
