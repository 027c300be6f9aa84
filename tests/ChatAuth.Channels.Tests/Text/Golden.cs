namespace ChatAuth.Channels.Tests.Text;

/// <summary>Texts that were read and found good. <c>CHATAUTH_UPDATE_GOLDEN=1</c> writes them anew, to be read again in the diff.</summary>
internal static class Golden
{
    private static readonly string s_folder = Path.Combine(ProjectFolder(TestContext.CurrentContext.TestDirectory), "Text", "Golden");

    public static void Matches(string name, string actual)
    {
        var file = Path.Combine(s_folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("CHATAUTH_UPDATE_GOLDEN") == "1") File.WriteAllText(file, actual + "\n");

        Assert.That(file, Does.Exist);
        Assert.That(actual + "\n", Is.EqualTo(File.ReadAllText(file)), name);
    }

    private static string ProjectFolder(string folder) =>
        File.Exists(Path.Combine(folder, "ChatAuth.Channels.Tests.csproj")) ? folder : ProjectFolder(Path.GetDirectoryName(folder)!);
}
