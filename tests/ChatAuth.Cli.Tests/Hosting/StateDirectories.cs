namespace ChatAuth.Cli.Tests.Hosting;

/// <summary>Names of directories in which installations of tests write what a command writes; all are gone after the run.</summary>
[SetUpFixture]
internal sealed class StateDirectories
{
    private static readonly DirectoryInfo Root = Directory.CreateTempSubdirectory("chatauth-cli-state-");
    private static int _count;

    /// <summary>A directory that is not there yet.</summary>
    public static string Next() => Path.Combine(Root.FullName, $"{Interlocked.Increment(ref _count)}");

    [OneTimeTearDown]
    public void Remove() => Root.Delete(recursive: true);
}
