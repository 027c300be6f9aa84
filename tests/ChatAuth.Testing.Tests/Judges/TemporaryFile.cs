namespace ChatAuth.Testing.Tests.Judges;

/// <summary>A file that a judge reads, gone after it.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(string text = "")
    {
        Path = System.IO.Path.GetTempFileName();
        File.WriteAllText(Path, text);
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
