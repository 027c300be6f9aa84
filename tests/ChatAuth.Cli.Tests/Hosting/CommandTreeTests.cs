using System.CommandLine;
using System.Reflection;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Errors;
using ChatAuth.Testing;

namespace ChatAuth.Cli.Tests.Hosting;

internal sealed class CommandTreeTests
{
    private static readonly RootCommand Root = CommandTree.Create(TestInstallation.Host());
    private static readonly string[] Page = Repository.Read("docs/cli.md").Split('\n');

    [Test]
    public void Page_has_a_row_for_each_command()
    {
        var rows = Page.Where(line => line.StartsWith("| `chatauth ", StringComparison.Ordinal));

        Assert.That(rows, Is.EqualTo(CommandDocument.Rows(Root)));
    }

    [Test]
    public void Page_has_a_row_for_each_option()
    {
        var rows = Page.Where(line => line.StartsWith("| `--", StringComparison.Ordinal));

        Assert.That(rows, Is.EquivalentTo(CommandDocument.OptionRows(Root)));
    }

    [Test]
    public void Page_has_a_row_for_each_exit_code()
    {
        var codes = typeof(ExitCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(code => $"{code.GetRawConstantValue()}").Distinct();

        var rows = Page.Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(cells => cells.Length > 2 && int.TryParse(cells[1], out _));

        Assert.That(rows.Select(cells => cells[1]), Is.EqualTo(codes));
    }

    [Test]
    public async Task Help_lists_every_command()
    {
        var installation = new TestInstallation();

        foreach (var group in Groups(Root))
        {
            string[] path = [.. UsageError.PathOf(group).Split(' ').Skip(1), "--help"];
            var run = await installation.RunAsync(path);

            Assert.That(group.Subcommands.Select(command => command.Name), Has.All.Matches<string>(name => run.Output.Contains($"\n  {name}", StringComparison.Ordinal)));
        }
    }

    private static IEnumerable<Command> Groups(Command command) =>
        command.Subcommands.Count == 0 ? [] : command.Subcommands.SelectMany(Groups).Prepend(command);
}
