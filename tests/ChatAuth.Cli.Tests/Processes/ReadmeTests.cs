using ChatAuth.Cli.Hosting;
using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Testing;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>What the README shows is what the program prints.</summary>
internal sealed class ReadmeTests
{
    [Test]
    public async Task Transcript_is_what_the_program_prints()
    {
        using var cli = new CliProcess();
        var transcript = Block("```console\n");
        var typed = transcript.Split('\n').Where(line => line.StartsWith("> ", StringComparison.Ordinal)).Select(line => line[2..]);
        var printed = string.Join('\n', transcript.Split('\n').Where(line => !line.StartsWith("> ", StringComparison.Ordinal)));

        var run = await cli.RunAsync("chat --demo", string.Concat(typed.Select(line => line + "\n")));

        Assert.That(run.Output.TrimEnd(), Is.EqualTo(printed.TrimEnd()));
        Assert.That(run.ExitCode, Is.Zero);
    }

    [Test]
    public void Commands_to_run_are_the_ones_that_are_tested()
    {
        var readme = Repository.Read("README.md");

        Assert.That(readme, Does.Contain("dotnet run --project src/ChatAuth.Cli -- chat --demo"));
        Assert.That(readme, Does.Contain("\ndotnet test\n"));
        Assert.That(Repository.Read(".ci/run"), Does.Contain("\ndotnet test 2>&1"));
    }

    [Test]
    public void Commands_of_the_host_are_commands_of_the_tree()
    {
        var lines = Block("```bash\nchatauth ").Split("\nchatauth ").Select(line => line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();

        Assert.That(lines, Has.Count.EqualTo(6));
        Assert.That(lines.SelectMany(line => CommandTree.Create(TestInstallation.Host()).Parse(line).Errors.Select(error => error.Message)), Is.Empty);
    }

    [Test]
    public void Files_that_are_linked_exist()
    {
        var links = System.Text.RegularExpressions.Regex.Matches(Repository.Read("README.md"), @"\]\((?!http)([^)#]+)\)").Select(match => match.Groups[1].Value);

        Assert.That(links.Where(link => !File.Exists(Repository.PathOf(link))), Is.Empty);
    }

    [Test]
    public void Snippet_for_bots_is_what_the_sample_does()
    {
        var sample = Repository.Read("samples/EmbedInYourBot/Program.cs");

        foreach (var part in new[] { "AddChatAuth(builder.Configuration)", "HandleResult.Handled", "HandleResult.AskModel", "HandleAsync(context, text, ct)" })
        {
            Assert.That(Repository.Read("README.md"), Does.Contain(part));
            Assert.That(sample, Does.Contain(part));
        }
    }

    private static string Block(string opening)
    {
        var readme = Repository.Read("README.md");
        var start = readme.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
        return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
