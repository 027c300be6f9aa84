namespace ChatAuth.Testing;

/// <summary>Texts that were read and found good. <c>CHATAUTH_UPDATE_GOLDEN=1</c> writes them anew, to be read again in the diff.</summary>
public static class GoldenFile
{
    private static readonly bool Rewrites = Environment.GetEnvironmentVariable("CHATAUTH_UPDATE_GOLDEN") == "1";

    /// <summary>The file is this text.</summary>
    public static void Matches(string path, string actual)
    {
        if (Rewrites) Write(path, actual);

        Assert.That(Repository.PathOf(path), Does.Exist);
        Assert.That(actual, Is.EqualTo(Repository.Read(path)), path);
    }

    /// <summary>What the file has between <c>&lt;!-- part --&gt;</c> and <c>&lt;!-- /part --&gt;</c> is this text.</summary>
    public static void Matches(string path, string part, string actual)
    {
        var page = Repository.Read(path);
        var (open, close) = ($"<!-- {part} -->\n", $"<!-- /{part} -->");
        var start = page.IndexOf(open, StringComparison.Ordinal);
        var end = page.IndexOf(close, StringComparison.Ordinal);
        Assert.That(start >= 0 && end > start, $"{path} has no part {part}");
        start += open.Length;
        if (Rewrites)
        {
            Write(path, page[..start] + actual + page[end..]);
            return;
        }

        Assert.That(actual, Is.EqualTo(page[start..end]), $"{path}, {part}");
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Repository.PathOf(path))!);
        File.WriteAllText(Repository.PathOf(path), text);
    }
}
