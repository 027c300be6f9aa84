using System.Text;
using System.Text.Json;

namespace ChatAuth.Cli.Tests.Processes;


/// <summary>What no keyboard types but a pipe can carry.</summary>
[Parallelizable]
internal sealed class InputProcessTests
{
    private CliProcess _cli = null!;

    [SetUp]
    public void SetUp() => _cli = new CliProcess();

    [TearDown]
    public void TearDown() => _cli.Dispose();

    [Test]
    public async Task Broken_bytes_nulls_and_a_million_characters_are_lines_like_others()
    {
        byte[] input =
        [
            .. "caf"u8, 0xE9, 0xFF, 0xC0, 0x80, .. "\n/model op"u8, 0xED, 0xA0, 0x80, .. "us\n"u8, .. "a\0b\n/model \0\n\r\n"u8,
            .. Encoding.UTF8.GetBytes(new string('x', 1_000_000)), (byte)'\n', .. Encoding.UTF8.GetBytes("/model " + new string('@', 1_000_000)), (byte)'\n',
            .. Encoding.UTF8.GetBytes("y" + string.Concat(Enumerable.Repeat("😀", 2_000))), (byte)'\n', .. "\u001B]0;title\u0007\n"u8, .. "the last has no line feed"u8,
        ];

        var run = await _cli.RunAsync("chat --demo --json", input);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Lines.Select(line => line.GetProperty("kind").GetString()), Is.EqualTo(new[]
        {
            "answer", "failed", "answer", "failed", "answer", "failed", "answer", "answer", "answer",
        }));
        Assert.That(run.Lines[^1].GetProperty("text").GetString(), Does.EndWith("the last has no line feed"));
        Assert.That(run.Output.Where(c => char.IsControl(c) && c != '\n'), Is.Empty);
        Assert.That(run.Lines.Select(line => line.TryGetProperty("code", out var code) ? code.GetString() : null), Has.None.EqualTo("internal"));
    }

    [Test]
    public async Task Reader_that_leaves_early_gets_no_stack_trace()
    {
        using var process = _cli.Start("chat --demo --json");
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync("hello\n");
        await process.StandardInput.FlushAsync();
        var first = await process.StandardOutput.ReadLineAsync();
        process.StandardOutput.Close();

        await CliProcess.FeedAsync(process, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("hello\n", 200))));
        var run = await CliProcess.EndAsync(process, Task.FromResult(""), error);

        Assert.That(JsonDocument.Parse(first!).RootElement.GetProperty("kind").GetString(), Is.EqualTo("answer"));
        Assert.That(run.Error, Does.Not.Contain("   at ").And.Not.Contain("Unhandled"));
    }
}
