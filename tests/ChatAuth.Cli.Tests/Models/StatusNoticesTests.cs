using System.Text.Json;
using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Access;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Delivery;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
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

        var notice = JsonDocument.Parse(first.Output).RootElement.EnumerateArray().Single();
        Assert.That((notice.GetProperty("profileId").GetString(), notice.GetProperty("stage").GetString()), Is.EqualTo(("anthropic:work", "two-hours")));
        Assert.That(second.Output, Is.EqualTo("[]\n"));
    }

    [Test]
    public async Task Account_that_cannot_pay_is_told_once()
    {
        _installation.Agents.Put("anthropic:work", TestInstallation.Key());
        await RestAsync("anthropic:work");

        var first = await _installation.RunAsync("models status --notify");
        var second = await _installation.RunAsync("models status --notify");

        Assert.That((first.Output, second.Output), Is.EqualTo(("anthropic:work rests, tried again in 5h 0m [vendor-unpaid]: chatauth models auth cooldown clear anthropic:work\n", "")));
    }

    [Test]
    public async Task Pin_that_broke_is_told_once()
    {
        await BreakAsync();

        var first = await _installation.RunAsync("models status --notify");
        var second = await _installation.RunAsync("models status --notify");

        Assert.That((first.Output, second.Output), Is.EqualTo(("anthropic:gone pinned in telegram:7:-100, broken [pin-missing]: chatauth why telegram:7:-100\n", "")));
    }

    [Test]
    public async Task Json_says_of_each_kind_what_it_has()
    {
        _installation.Agents.Put("anthropic:work", TestInstallation.Key());
        await RestAsync("anthropic:work");
        await BreakAsync();

        var told = JsonDocument.Parse((await _installation.RunAsync("models status --notify --json")).Output).RootElement.EnumerateArray().ToList();

        Assert.That(told.Select(notice => notice.GetProperty("stage").GetString()), Is.EqualTo(new[] { "disabled", "broken" }));
        Assert.That(told[0].GetProperty("until").GetInt64(), Is.EqualTo(_installation.Now.AddHours(5).ToUnixTimeMilliseconds()));
        Assert.That(told[1].GetProperty("conversations").EnumerateArray().Single().GetString(), Is.EqualTo("telegram:7:-100"));
        Assert.That(told.Select(notice => notice.GetProperty("code").GetString()), Is.EqualTo(new[] { "vendor-unpaid", "pin-missing" }));
    }

    [Test]
    public async Task What_the_gateway_told_is_not_told_again()
    {
        _installation.Agents.Put("anthropic:work", TestInstallation.Token(_installation.Now.AddHours(1)));
        await using (var services = _installation.Assemble())
        {
            var gateway = new OwnerNotice.CredentialExpiring(
                AgentId.Main, ProfileId.Parse("anthropic:work"), ExpiryStage.TwoHours, _installation.Now.AddHours(1), null, new Remedy("chatauth doctor"));
            await gateway.RecordAsync(services.GetRequiredService<INoticeLedger>(), default);
        }

        Assert.That((await _installation.RunAsync("models status --notify")).Output, Is.Empty);
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

    private async Task RestAsync(string id)
    {
        await using var services = _installation.Assemble();
        var source = services.GetRequiredService<RosterSource>();
        var roster = await source.LoadAsync(AgentId.Main, _installation.Now, default);
        await source.ReportAsync(AgentId.Main, roster.Find(ProfileId.Parse(id))!, health => health.AfterFailure(FailureReason.Billing, _installation.Now, _installation.Now, new CooldownOptions()), default);
    }

    /// <summary>A pin in a group on a profile that is gone breaks.</summary>
    private Task BreakAsync()
    {
        var (provider, pin) = (ProviderId.Parse("anthropic"), new PinState.UserPinned(ProfileId.Parse("anthropic:gone"), new Payer("x"), new Person("telegram", 43)));
        var before = SessionState.Initial with { Follows = false, Pins = PinTable.Empty.With(provider, pin) };
        var after = before with { Pins = before.Pins.With(provider, new PinState.PinBroken(pin, PinBreak.Missing, _installation.Now)) };
        var group = new SessionKey("telegram", "7", "-100");
        var entry = new HistoryEntry(0, group, _installation.Now, "profile-broke", null, null, before.Choice, after.Choice);
        return _installation.Stores.Sessions.UpdateAsync(group, null, _ => new SessionUpdate<int>(0, after, entry), default);
    }
}
