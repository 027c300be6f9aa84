using System.Text.RegularExpressions;
using ChatAuth.Testing;

namespace ChatAuth.Tests.Architecture;

/// <summary>The table of findings in <c>docs/doctor.md</c> against the checks.</summary>
internal sealed partial class DoctorDocumentTests
{
    private const string Page = "docs/doctor.md";

    [Test]
    public void Every_finding_of_a_check_has_its_row()
    {
        var given = Checks().SelectMany(check => Code().Matches(check.Text).Select(code => $"{NameOf(check)} {code.Groups[1].Value}")).Distinct();

        Assert.That(Rows().Select(row => $"{row[1].Trim('`')} {row[2].Trim('`')}"), Is.EquivalentTo(given));
    }

    [Test]
    public void Every_row_has_a_severity_a_meaning_and_a_remedy()
    {
        Assert.That(Rows().Select(row => row[3]), Is.All.AnyOf("error", "warning", "both"));
        Assert.That(Rows().SelectMany(row => row[4..6]), Has.None.Empty);
    }

    [Test]
    public void No_check_gives_a_code_that_is_not_written_out()
    {
        var hidden = Checks().Where(check => Computed().IsMatch(check.Text)).Select(check => check.Path);

        Assert.That(hidden, Is.Empty);
    }

    /// <summary>What runs the checks gives findings as well.</summary>
    private static IEnumerable<SourceFile> Checks() => SourceFile.All.Where(file =>
        (file.Path.EndsWith("Check.cs", StringComparison.Ordinal) && Name().IsMatch(file.Text)) || file.Path.EndsWith("/Doctor/Examination.cs", StringComparison.Ordinal));

    private static string NameOf(SourceFile check) => Name().Match(check.Text) is { Success: true } name ? name.Groups[1].Value : "any";

    private static IEnumerable<string[]> Rows() => Repository.Read(Page).Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(row => row.Length == 7 && row[2].StartsWith('`'));

    [GeneratedRegex(@"public string Name => ""([a-z-]+)"";")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?:new|Finding|Found)\(\s*""([a-z0-9]+(?:-[a-z0-9]+)+)"",")]
    private static partial Regex Code();

    /// <summary>An interpolated or joined text in the place of a code.</summary>
    [GeneratedRegex(@"Finding\(\s*(?:\$""|string\.)")]
    private static partial Regex Computed();
}
