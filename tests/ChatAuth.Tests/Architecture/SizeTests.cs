namespace ChatAuth.Tests.Architecture;

/// <summary>Files stay short.</summary>
internal sealed class SizeTests
{
    /// <summary>A list, one entry an error, without a decision.</summary>
    private const string Catalogue = "src/ChatAuth.Core/Errors/ErrorCode.Catalogue.cs";

    private static readonly int[] Sizes = [.. SourceFile.All.Where(file => file.Path != Catalogue).Select(file => file.Lines.Count).Order()];

    [TestCase(50, 60)]
    [TestCase(90, 150)]
    [TestCase(100, 260)]
    public void Files_are_short(int percent, int most)
    {
        var lines = Sizes[(Sizes.Length - 1) * percent / 100];

        TestContext.Out.WriteLine($"{percent} % of {Sizes.Length} files have at most {lines} lines");
        Assert.That(lines, Is.AtMost(most));
    }
}
