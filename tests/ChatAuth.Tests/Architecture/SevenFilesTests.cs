using System.Text.RegularExpressions;
using ChatAuth.Testing;

namespace ChatAuth.Tests.Architecture;

/// <summary>The walk of <c>/model opus@anthropic:work</c> in <c>docs/architecture.md</c> against the code.</summary>
internal sealed partial class SevenFilesTests
{
    private static readonly Step[] Walk =
    [
        .. Row().Matches(Repository.Read("docs/architecture.md")).Select(row => new Step(
            int.Parse(row.Groups[1].Value, null), row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value)),
    ];

    private static IEnumerable<Step> Steps => Walk;

    [Test]
    public void Walk_has_at_most_seven_files()
    {
        Assert.That(Walk, Has.Length.InRange(2, 7));
        Assert.That(Walk.Select(step => step.File), Is.Unique);
    }

    [TestCaseSource(nameof(Steps))]
    public void Step_has_its_member(Step step)
    {
        var source = SourceFile.All.Single(file => file.Path == step.File);

        Assert.That(source.TopLevelTypes, Does.Contain(step.Type));
        Assert.That(source.Names(step.Member), $"{step.File} has no {step.Member}");
    }

    [TestCaseSource(nameof(Steps))]
    public void Step_is_named_where_it_is_called(Step step)
    {
        if (step.Number == 1) return;
        var callers = Walk.Where(earlier => earlier.Number < step.Number).Select(earlier => SourceFile.All.Single(file => file.Path == earlier.File));

        Assert.That(callers, Has.Some.Matches<SourceFile>(caller => step.KnownAs.Any(caller!.Names)), $"Nothing before step {step.Number} names {step.Type}");
    }

    /// <summary>A row of the table.</summary>
    internal sealed record Step(int Number, string File, string Member, string Decides)
    {
        public string Type => Path.GetFileNameWithoutExtension(File);

        /// <summary>Its type; outside of Core, the port that it implements.</summary>
        public IEnumerable<string> KnownAs => File.StartsWith("src/ChatAuth.Core/", StringComparison.Ordinal)
            ? [Type]
            : Products.Types.Single(type => type.Name == Type).GetInterfaces().Select(port => port.Name);

        public override string ToString() => $"{Number} {Type}";
    }

    [GeneratedRegex(@"^\| (\d) \| `(src/[^`]+\.cs)` \| `(\w+)` \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
