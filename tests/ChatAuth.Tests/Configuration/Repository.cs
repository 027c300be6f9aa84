namespace ChatAuth.Tests.Configuration;

/// <summary>The files of the repository, for tests that compare them with the code.</summary>
internal static class Repository
{
    public static string Read(string path)
    {
        var directory = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "ChatAuth.sln"))) directory = directory.Parent!;
        return File.ReadAllText(Path.Combine(directory.FullName, path));
    }
}
