using System.Text.Json;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>What a person or a script sees of a chat, from one start of the program to the next.</summary>
[Parallelizable]
internal sealed class ChatProcessTests
{
    private CliProcess _cli = null!;

    [SetUp]
    public void SetUp() => _cli = new CliProcess();

    [TearDown]
    public void TearDown() => _cli.Dispose();

    [Test]
    public async Task Pin_survives_a_restart_of_the_program()
    {
        await _cli.RunAsync("chat --demo", "/model opus@anthropic:personal\n");

        var second = await _cli.RunAsync("chat --demo", "hello\n");

        Assert.That(second.ExitCode, Is.Zero);
        Assert.That(second.Error, Is.Empty);
        Assert.That(second.Output, Does.Contain("anthropic/claude-opus-4-5 with anthropic:personal heard: hello").And.Contain("paid by anthropic:personal"));
    }

    [Test]
    public async Task Every_json_line_has_the_documented_shape()
    {
        await _cli.RunAsync("chat --demo --json", "/model opus@anthropic:work for 2h\n");

        var run = await _cli.RunAsync("chat --demo --json", "/model status\nhello\n/model opus@anthropic:wrok\n/nothing\n/model gpt@spare ?\n/quit\nnever read\n");

        var lines = run.Lines;
        Assert.That(lines.Select(line => line.GetProperty("kind").GetString()), Is.EqualTo(new[] { "status", "answer", "failed", "failed", "dry-run" }));
        Assert.That(lines[1].GetProperty("served").GetRawText(), Is.EqualTo("""{"model":"anthropic/claude-opus-4-5","profile":"anthropic:work"}"""));
        Assert.That(lines[2].GetProperty("code").GetString(), Is.EqualTo("profile-unknown"));
        Assert.That(lines[3].GetProperty("code").GetString(), Is.EqualTo("command-unknown"));
        foreach (var line in lines) AssertShape(line);
        var pin = lines[1].GetProperty("session").GetProperty("pins")[0];
        Assert.That(pin.GetProperty("profile").GetString(), Is.EqualTo("anthropic:work"));
        Assert.That(pin.GetProperty("state").GetString(), Is.EqualTo("userPinned"));
        Assert.That(pin.GetProperty("until").GetDateTimeOffset(), Is.GreaterThan(DateTimeOffset.UtcNow.AddMinutes(100)));
    }

    [Test]
    public async Task Outside_of_the_demonstration_echo_answers_as_itself_and_never_for_a_vendor()
    {
        var run = await _cli.RunAsync("chat --json", "/model echo\nhello\n/model opus\nhello again\n/opus and once more\n");

        var lines = run.Lines;
        Assert.That(lines[1].GetProperty("served").GetProperty("profile").GetString(), Is.EqualTo("demo:echo"));
        Assert.That(lines[1].GetProperty("text").GetString(), Does.Not.Contain("[demo]"));
        Assert.That(lines.Skip(3).Select(line => line.GetProperty("kind").GetString()), Is.All.EqualTo("refused"));
        Assert.That(lines.Skip(3).Select(line => line.GetProperty("code").GetString()), Is.All.EqualTo("nobody-eligible"));
        Assert.That(lines.Count(line => line.TryGetProperty("served", out _)), Is.EqualTo(1));
    }

    [Test]
    public async Task Log_has_the_details_of_a_references_failure_and_no_secret()
    {
        _cli.CallNobody();
        await _cli.RunAsync("models auth paste-api-key --provider anthropic --profile-id work", "sk-ant-FAKE-canary-of-work");
        var log = Path.Combine(_cli.Home, "chat.log");
        await File.WriteAllTextAsync(log, "kept\n");

        var run = await _cli.RunAsync($"chat --json --log {log}", "/model opus@work\nhello\n");

        var refused = run.Lines[1];
        Assert.That(refused.GetProperty("code").GetString(), Is.EqualTo("vendor-unavailable"), run.All);
        Assert.That(run.Error, Is.Empty);
        var written = await File.ReadAllTextAsync(log);
        var reference = refused.GetProperty("text").GetString()![^8..];
        Assert.That(written, Does.StartWith("kept\n").And.Contain($"Z Warning ChatAuth.Core.Commands.FaultReplies: Reference {reference}: vendor-unavailable for anthropic:work"));
        Assert.That(written, Does.Not.Contain("canary"));
    }

    [Test]
    public async Task Log_that_cannot_be_written_is_told_before_the_chat_begins()
    {
        var run = await _cli.RunAsync($"chat --demo --log {_cli.Home}", "hello\n");

        Assert.That(run.ExitCode, Is.EqualTo(64));
        Assert.That(run.Error, Does.Contain("error [usage]").And.Contain("--log"));
        Assert.That(run.Output, Is.Empty);
    }

    private static void AssertShape(JsonElement line)
    {
        Assert.That(line.GetProperty("text").GetString(), Is.Not.Empty);
        Assert.That(line.GetProperty("notices").ValueKind, Is.EqualTo(JsonValueKind.Array));
        if (line.GetProperty("session") is not { ValueKind: JsonValueKind.Object } session) return;
        Assert.That(session.EnumerateObject().Select(property => property.Name), Is.EqualTo(new[] { "model", "pins", "version" }));
        Assert.That(session.GetProperty("version").GetInt64(), Is.Not.Negative);
        foreach (var pin in session.GetProperty("pins").EnumerateArray())
        {
            Assert.That(pin.EnumerateObject().Select(property => property.Name), Is.EqualTo(new[] { "provider", "state", "profile", "until" }));
        }
    }
}
