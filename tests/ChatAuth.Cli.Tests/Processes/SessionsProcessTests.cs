namespace ChatAuth.Cli.Tests.Processes;

/// <summary>What the command line tells about conversations that another run of the program had.</summary>
[Parallelizable]
internal sealed class SessionsProcessTests
{
    [Test]
    public async Task Conversation_is_listed_shown_explained_exported_and_forgotten()
    {
        using var cli = new CliProcess();
        await cli.RunAsync("chat --session t7", "/model echo\nhello\n/model opus\n/model undo\n");

        var list = (await cli.RunAsync("sessions list --json")).Json.GetProperty("sessions");
        var show = await cli.RunAsync("sessions show t7");
        var why = (await cli.RunAsync("why t7 --json")).Json;
        var export = (await cli.RunAsync("sessions export t7")).Json;
        var forget = await cli.RunAsync("sessions forget t7");
        var gone = await cli.RunAsync("sessions show t7");

        Assert.That(list[0].GetProperty("key").GetString(), Is.EqualTo("terminal:local:t7"));
        Assert.That(show.Output, Does.Contain("demo/echo").And.Contain("Last paid     demo:echo"));
        Assert.That((why.GetProperty("model").GetString(), why.GetProperty("next").GetString()), Is.EqualTo(("demo/echo", "demo:echo")));
        Assert.That(
            export.GetProperty("history").EnumerateArray().Select(entry => entry.GetProperty("event").GetString()),
            Is.EqualTo(new[] { "choice-restored", "model-selected", "model-selected" }));
        Assert.That((forget.ExitCode, gone.ExitCode), Is.EqualTo((0, 64)));
    }
}
