using System.Globalization;
using System.Text;
using ChatAuth.Testing.Vendors;
using Microsoft.Data.Sqlite;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>Probes by the built program, beside one that is at work on the same state.</summary>
[Parallelizable]
internal sealed class StatusProbeProcessTests
{
    private const string Key = "sk-ant-FAKE-canary-of-work";
    private CliProcess _cli = null!;
    private FakeVendor _vendor = null!;

    [SetUp]
    public async Task SetUp()
    {
        (_cli, _vendor) = (new CliProcess(), FakeVendor.Start());
        _cli.Variables["CHATAUTH__PROVIDERS__0__ID"] = "anthropic";
        _cli.Variables["CHATAUTH__PROVIDERS__0__BASEURL"] = _vendor.BaseUrl.AbsoluteUri;
        await _cli.RunAsync("models auth paste-api-key --provider anthropic --profile-id work", Key);
    }

    [TearDown]
    public async Task TearDown()
    {
        _cli.Dispose();
        await _vendor.DisposeAsync();
    }

    [Test]
    public async Task Probe_runs_while_another_process_is_in_the_middle_of_a_turn()
    {
        var release = new TaskCompletionSource();
        _vendor.Next(async exchange =>
        {
            await release.Task.WaitAsync(exchange.Stop);
            await exchange.Vendor.AnswerAsync(exchange);
        });
        using var chat = _cli.Start("chat --json");
        var (output, error) = (chat.StandardOutput.ReadToEndAsync(), chat.StandardError.ReadToEndAsync());
        await CliProcess.FeedAsync(chat, Encoding.UTF8.GetBytes("/model opus@work\nhello\n"));
        await _vendor.ArrivedAsync(1);

        var probed = await _cli.RunAsync("models status --probe --json");
        release.SetResult();
        var chatted = await CliProcess.EndAsync(chat, output, error);

        Assert.That(probed.Json.GetProperty("auth").GetProperty("probes")[0].GetProperty("status").GetString(), Is.EqualTo("ok"), probed.All);
        Assert.That(chatted.Lines[1].GetProperty("kind").GetString(), Is.EqualTo("answer"), chatted.All);
        Assert.That(_vendor.Shown(Key), Is.EqualTo(2));
    }

    [Test]
    public async Task Whoever_is_refused_leaves_the_health_as_it_was_and_nothing_of_the_vendors_text_is_printed()
    {
        _vendor.On(Key, VendorFaults.Unauthorized);
        await _cli.RunAsync("chat --json", "/model opus@work\nhello\n");
        var before = Health();

        var text = await _cli.RunAsync("models status --probe");
        var json = await _cli.RunAsync("models status --probe --json --check");

        Assert.That(text.Output, Does.Contain("  auth  "), text.All);
        Assert.That((text.ExitCode, json.ExitCode), Is.EqualTo((0, 1)));
        Assert.That(Health(), Is.Not.Empty.And.EqualTo(before));
        Assert.That(text.All + json.All, Does.Not.Contain("canary").And.Not.Contain("This was shown"));
    }

    [Test]
    public async Task Recorded_outcome_is_there_for_the_next_process()
    {
        _vendor.On(Key, VendorFaults.Unpaid);

        await _cli.RunAsync("models status --probe --probe-record");
        var run = await _cli.RunAsync("models status");

        Assert.That(run.Output, Does.Contain("disabled"), run.All);
    }

    [Test]
    [Platform("Linux")]
    public async Task Interrupt_ends_a_probe_that_waits()
    {
        _vendor.Otherwise = VendorFaults.Silence;
        using var process = _cli.StartInForeground("models status --probe --probe-timeout 5m");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await _vendor.ArrivedAsync(1);

        using var kill = _cli.StartShell(string.Create(CultureInfo.InvariantCulture, $"kill -INT {process.Id}"));
        var run = await CliProcess.EndAsync(process, output, error);

        Assert.That((run.ExitCode, run.All), Is.EqualTo((130, "")));
    }

    /// <summary>Every row and column of health, as the database holds them.</summary>
    private string Health()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_cli.State, "chatauth.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM health";
        using var reader = command.ExecuteReader();
        var rows = new StringBuilder();
        while (reader.Read()) rows.AppendJoin('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)).AppendLine();
        return rows.ToString();
    }
}
