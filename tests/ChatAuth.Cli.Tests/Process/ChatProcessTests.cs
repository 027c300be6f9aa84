using System.Text;
using System.Text.Json;

namespace ChatAuth.Cli.Tests.Process;

/// <summary>The main job, as a person or a script does it: in processes that start and end.</summary>
internal sealed class ChatProcessTests
{
    private CliProcess _cli = null!;

    [SetUp]
    public void SetUp() => _cli = new CliProcess();

    [TearDown]
    public void TearDown() => _cli.Dispose();

    [Test]
    public async Task Pin_survives_the_end_of_the_program()
    {
        await _cli.Type(["/model sonnet@anthropic:personal"], "chat", "--demo");

        var run = await _cli.Type(["hello"], "chat", "--demo");

        Assert.That(run.Output, Does.Contain("[demo] anthropic/claude-sonnet-4-5 with anthropic:personal heard: hello"));
    }

    [Test]
    public async Task Json_is_one_object_a_reply_with_the_documented_fields()
    {
        var run = await _cli.Type(["/model sonnet@personal for 2h", "hello", "/model opus@nobody"], "chat", "--demo", "--json");

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.That(lines.Select(line => line.GetProperty("kind").GetString()), Is.EqualTo(new[] { "choice-changed", "answer", "failed" }));
        var session = lines[0].GetProperty("session");
        var pin = session.GetProperty("pins").EnumerateArray().Single();
        Assert.That(session.GetProperty("model").GetString(), Is.EqualTo("anthropic/claude-sonnet-4-5"));
        Assert.That(session.GetProperty("version").GetInt64(), Is.EqualTo(1));
        Assert.That(pin.GetProperty("provider").GetString(), Is.EqualTo("anthropic"));
        Assert.That(pin.GetProperty("state").GetString(), Is.EqualTo("userPinned"));
        Assert.That(pin.GetProperty("profile").GetString(), Is.EqualTo("anthropic:personal"));
        Assert.That(pin.GetProperty("until").GetDateTimeOffset(), Is.GreaterThan(DateTimeOffset.UnixEpoch));
        Assert.That(lines[1].GetProperty("served").GetProperty("model").GetString(), Is.EqualTo("anthropic/claude-sonnet-4-5"));
        Assert.That(lines[1].GetProperty("served").GetProperty("profile").GetString(), Is.EqualTo("anthropic:personal"));
        Assert.That(lines[2].GetProperty("code").GetString(), Is.EqualTo("profile-unknown"));
    }

    [Test]
    public async Task Demonstration_answers_for_nobody_outside_of_it()
    {
        await Store("""{"version":1,"profiles":{"anthropic:work":{"type":"api_key","provider":"anthropic","key":"FAKE-0123456789"}}}""");

        var run = await _cli.Type(["/model opus@work", "hello", "/model echo", "hello"], "chat", "--json");

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.That(lines[1].GetProperty("code").GetString(), Is.EqualTo("provider-not-available"));
        Assert.That(lines[3].GetProperty("served").GetProperty("model").GetString(), Is.EqualTo("demo/echo"));
    }

    [Test]
    public async Task Person_is_nobody_until_a_claim_makes_an_owner()
    {
        var before = await _cli.Type(["hello", "/model opus"], "chat", "--demo", "--as", "42");
        var code = (await _cli.Run("access", "claim")).Output.Split("/model claim ")[1].Trim();

        // The demonstration keeps its own database, so the owner is one of the real installation.
        var claim = await _cli.Type([$"/model claim {code}", "/model echo", "hello"], "chat", "--as", "42");
        var list = await _cli.Run("access", "list");

        Assert.That(before.Output, Does.Contain("[right-missing]").And.Not.Contain("heard"));
        Assert.That(claim.Output, Does.Contain("demo/echo with demo:echo heard: hello"));
        Assert.That(list.Output, Does.Contain("terminal:42"));
    }

    [TestCase(new byte[] { 0xFF, 0xFE, 0x00, 0x0A, 0x2F, 0x6D, 0xC3 })]
    [TestCase(new byte[] { 0x00, 0x0A, 0x1B, 0x5B, 0x32, 0x4A, 0x0A })]
    [TestCase(new byte[0])]
    public async Task Input_of_any_bytes_ends_well(byte[] input)
    {
        var run = await _cli.Run(input, "chat", "--demo");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task Line_of_a_megabyte_ends_well()
    {
        var run = await _cli.Run(Encoding.UTF8.GetBytes($"/model {new string('@', 1_000_000)}\n{new string('x', 1_000_000)}\n"), "chat", "--demo");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Contain("[profile-unknown]").Or.Contain("[model-unknown]"));
    }

    [Test]
    public async Task Reader_that_goes_away_ends_the_program_without_a_trace()
    {
        using var process = _cli.Start("chat", "--demo");
        process.StandardOutput.Close();
        for (var i = 0; i < 50; i++)
        {
            try
            {
                await process.StandardInput.WriteLineAsync("/model status");
                await process.StandardInput.FlushAsync();
            }
            catch (IOException)
            {
                break;
            }
        }
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It is gone already.
        }
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.That(error, Does.Not.Contain("   at "));
    }

    [Test]
    public async Task Everything_that_is_left_belongs_to_its_owner_alone()
    {
        await _cli.Type(["/model opus@work", "hello"], "chat", "--demo");
        await _cli.Run("access", "owner", "telegram:1");

        if (OperatingSystem.IsWindows()) return;
        foreach (var path in Directory.EnumerateFileSystemEntries(_cli.State, "*", SearchOption.AllDirectories))
        {
            Assert.That(File.GetUnixFileMode(path) & (UnixFileMode)0b111_111, Is.EqualTo(UnixFileMode.None), path);
        }
    }

    private async Task Store(string json)
    {
        var directory = Directory.CreateDirectory(Path.Join(_cli.State, "agents", "main", "agent")).FullName;
        var file = Path.Join(directory, "auth-profiles.json");
        await File.WriteAllTextAsync(file, json);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
