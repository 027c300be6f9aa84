using System.Text.RegularExpressions;
using ChatAuth.Core.Commands;
using ChatAuth.Testing;

namespace ChatAuth.Core.Tests.Commands;

/// <summary><c>docs/commands.md</c> against the code.</summary>
internal sealed partial class CommandsPageTests
{
    private static readonly string Page = Repository.Read("docs/commands.md");

    private static IEnumerable<string> Examples => ExampleBlock().Matches(Page)
        .SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<object[]> Errors => ErrorRow().Matches(Page)
        .Select(row => new object[] { row.Groups[1].Value, row.Groups[2].Value, int.Parse(row.Groups[3].Value, null) });

    [TestCaseSource(nameof(Examples))]
    public void Example_of_the_page_is_a_command(string example)
    {
        var command = Typed.Command(example);

        Assert.That(command, Is.Not.Null.And.Not.InstanceOf<ModelCommand.Malformed>());
    }

    [TestCaseSource(nameof(Errors))]
    public void Error_of_the_page_has_its_code_and_column(string text, string code, int column)
    {
        var error = Typed.Command(text) as ModelCommand.Malformed;

        Assert.That((error?.Code.Id, error?.Column), Is.EqualTo((code, column)));
    }

    [GeneratedRegex("```commands\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ExampleBlock();

    [GeneratedRegex(@"^\| `(/[^`]+)` \| `([a-z-]+)` \| (\d+) \|$", RegexOptions.Multiline)]
    private static partial Regex ErrorRow();
}
