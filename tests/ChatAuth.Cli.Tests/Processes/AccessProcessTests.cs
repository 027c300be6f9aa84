using System.Text.RegularExpressions;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>Who may do what at the terminal, from one start of the program to the next.</summary>
[Parallelizable]
internal sealed class AccessProcessTests
{
    private CliProcess _cli = null!;

    [SetUp]
    public void SetUp() => _cli = new CliProcess();

    [TearDown]
    public void TearDown() => _cli.Dispose();

    [Test]
    public async Task Code_of_the_host_makes_its_sender_an_owner_once()
    {
        var printed = await _cli.RunAsync("access claim");
        var claim = Regex.Match(printed.Output, "/model claim [A-Z0-9-]+").Value;

        var claimed = await _cli.RunAsync("chat --as 42 --json", $"{claim}\n/model echo\nhello\n");
        var late = await _cli.RunAsync("chat --as 43 --json", $"{claim}\n/model echo\nhello\n");
        var list = await _cli.RunAsync("access list --json");

        Assert.That(claimed.Lines.Select(line => line.GetProperty("kind").GetString()), Is.EqualTo(new[] { "claimed", "choice-changed", "answer" }));
        Assert.That(late.Lines.Take(2).Select(line => line.GetProperty("code").GetString()), Is.EqualTo(new[] { "claim-wrong", "right-missing" }));
        Assert.That(late.Lines[2].GetRawText(), Is.EqualTo("""{"kind":"ignored"}"""), "and hello gets no word");
        Assert.That(list.Output, Does.Contain("terminal:42").And.Not.Contain("terminal:43"));
        Assert.That(claim, Has.Length.GreaterThan("/model claim ".Length));
        Assert.That(File.ReadAllBytes(Path.Combine(_cli.State, "chatauth.db")).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(claim[^6..])), Is.Negative, "a hash is kept");
    }

    [Test]
    public async Task Stranger_is_not_answered_and_leaves_no_trace()
    {
        var run = await _cli.RunAsync("chat --as 43", "hello\n");

        var sessions = await _cli.RunAsync("sessions list --json");

        Assert.That((run.ExitCode, run.All), Is.EqualTo((0, "")));
        Assert.That(sessions.Json.GetProperty("sessions").GetArrayLength(), Is.Zero);
    }
}
