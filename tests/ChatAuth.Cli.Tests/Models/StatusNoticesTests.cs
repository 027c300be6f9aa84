using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Delivery;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace ChatAuth.Cli.Tests.Models;

internal sealed class StatusNoticesTests
{
    private DirectoryInfo _directory = null!;
    private TestInstallation _installation = null!;

    [SetUp]
    public void SetUp()
    {
        _directory = Directory.CreateTempSubdirectory("chatauth-notices-");
        _installation = new TestInstallation { Further = services => services.AddChatAuthSqlite(Path.Combine(_directory.FullName, "chatauth.db")) };
    }

    [TearDown]
    public void TearDown() => _directory.Delete(recursive: true);

    [Test]
    public async Task A_week_of_looks_tells_each_stage_once()
    {
        _installation.Agents.Put("anthropic:work", TestInstallation.Token(_installation.Now.AddDays(8)));

        var told = new List<(int ExitCode, string Line)>();
        for (var look = 0; look < 9 * 24; look++, _installation.Time.Advance(TimeSpan.FromHours(1)))
        {
            var run = await _installation.RunAsync("models status --check --notify");
            told.AddRange(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (run.ExitCode, line)));
            Assert.That(run.Error, Is.Empty);
        }

        const string remedy = "chatauth models auth paste-token --provider anthropic --profile-id work --same-account";
        Assert.That(told, Is.EqualTo(new[]
        {
            (0, $"anthropic:work ends in 7d 0h: {remedy}"), (2, $"anthropic:work ends in 1d 0h: {remedy}"),
            (2, $"anthropic:work ends in 2h 0m: {remedy}"), (1, $"anthropic:work ended less than 1m ago: {remedy}"),
        }));
    }

    [Test]
    public async Task Renewed_credential_is_told_about_again()
    {
        _installation.Agents.Put("anthropic:work", TestInstallation.Token(_installation.Now.AddHours(1)));
        await _installation.RunAsync("models status --check --notify");
        _installation.Agents.Put("anthropic:work", TestInstallation.Token(_installation.Now.AddHours(2)));

        var run = await _installation.RunAsync("models status --check --notify");

        Assert.That(run.Output, Does.StartWith("anthropic:work ends in 2h 0m"));
    }

    [Test]
    public async Task Json_is_an_array()
    {
        _installation.Agents.Put("anthropic:work", TestInstallation.Token(_installation.Now.AddHours(1)));

        var first = await _installation.RunAsync("models status --notify --json");
        var second = await _installation.RunAsync("models status --notify --json");

        var notice = System.Text.Json.JsonDocument.Parse(first.Output).RootElement.EnumerateArray().Single();
        Assert.That((notice.GetProperty("profileId").GetString(), notice.GetProperty("stage").GetString()), Is.EqualTo(("anthropic:work", "two-hours")));
        Assert.That(second.Output, Is.EqualTo("[]\n"));
    }

    [Test]
    public async Task Ledger_that_cannot_be_written_hides_nothing()
    {
        var ledger = new Mock<INoticeLedger>();
        ledger.Setup(notices => notices.TryRecordAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ThrowsAsync(new ChatAuthException(ErrorCode.DatabaseUnavailable));
        _installation.Further = services => services.AddSingleton(ledger.Object);
        _installation.Agents.Put("anthropic:work", TestInstallation.Token(_installation.Now.AddHours(-1)));

        var run = await _installation.RunAsync("models status --check --notify");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.StartWith("anthropic:work ended 1h 0m ago: "));
        Assert.That(run.Error, Does.Contain("[database-unavailable]"));
    }

    [Test]
    public async Task Plain_and_notify_exclude_each_other() =>
        Assert.That((await _installation.RunAsync("models status --plain --notify")).ExitCode, Is.EqualTo(64));
}
