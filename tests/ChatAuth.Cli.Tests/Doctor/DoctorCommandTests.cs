using System.Text.Json;
using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Testing.Credentials;
using Moq;

namespace ChatAuth.Cli.Tests.Doctor;

/// <summary><c>chatauth doctor</c>.</summary>
internal sealed class DoctorCommandTests
{
    private const string Configured = "ok       configuration: It is valid.\n";

    private static readonly CheckResult Passed = new CheckResult.Passed("It answers.");
    private static readonly CheckResult Skipped = new CheckResult.Skipped("Nothing is configured.");
    private static readonly CheckResult Warning = Found("thing-odd", FindingSeverity.Warning);
    private static readonly CheckResult Error = Found("thing-broken", FindingSeverity.Error);

    private TestInstallation _installation = new();

    [SetUp]
    public void Begin() => _installation = new TestInstallation();

    [Test]
    public async Task Nothing_wrong_exits_with_0()
    {
        Given(Passed, Skipped);

        var run = await _installation.RunAsync("doctor");

        Assert.That(run.ExitCode, Is.Zero);
    }

    [Test]
    public async Task Skipped_is_not_called_fine()
    {
        Given(Skipped);

        var run = await _installation.RunAsync("doctor");

        Assert.That(run.Output, Is.EqualTo(Configured + "skipped  check-0: Nothing is configured.\n"));
    }

    [Test]
    public async Task Warnings_alone_exit_with_2()
    {
        Given(Passed, Warning);

        var run = await _installation.RunAsync("doctor");

        Assert.That(run.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task Error_exits_with_1_whatever_else_is_found()
    {
        Given(Warning, Error);

        var run = await _installation.RunAsync("doctor");

        Assert.That(run.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task Finding_is_told_with_its_code_and_remedy()
    {
        Given(Error);

        var run = await _installation.RunAsync("doctor");

        Assert.That(run.Output, Is.EqualTo(Configured + "error    check-0: So it is. [thing-broken]\n         chatauth mend\n"));
    }

    [Test]
    public async Task Json_has_every_check_with_its_result()
    {
        Given(Passed, Skipped, Warning);

        var run = await _installation.RunAsync("doctor --json");

        var checks = JsonElement.Parse(run.Output).GetProperty("checks").EnumerateArray().ToList();
        Assert.That(checks.Select(check => check.GetProperty("result").GetString()), Is.EqualTo(new[] { "passed", "passed", "skipped", "found" }));
        Assert.That(checks[3].GetProperty("findings")[0].GetProperty("severity").GetString(), Is.EqualTo("warning"));
    }

    [Test]
    public async Task Check_that_breaks_is_a_finding_and_the_next_one_runs()
    {
        var broken = new Mock<ICheck>();
        broken.Setup(check => check.Name).Returns("broken");
        broken.Setup(check => check.RunAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new ChatAuthException(ErrorCode.ConfigurationInvalid, "Telegram:TokenFile"));
        _installation.Checks.Add(broken.Object);
        Given(Passed);

        var run = await _installation.RunAsync("doctor");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("[configuration-invalid]").And.Contain("ok "));
    }

    [Test]
    public async Task Check_that_breaks_in_a_way_of_its_own_quotes_nothing()
    {
        var broken = new Mock<ICheck>();
        broken.Setup(check => check.Name).Returns("broken");
        broken.Setup(check => check.RunAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new InvalidOperationException(Canary.ApiKey));
        _installation.Checks.Add(broken.Object);
        Given(Passed);

        var run = await _installation.RunAsync("doctor");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("[check-broken]").And.Contain("ok       check-1"));
        Assert.That(Canary.FoundIn(run.All), Is.Empty);
    }

    [Test]
    public async Task Interrupt_is_no_finding()
    {
        using var interrupt = new CancellationTokenSource();
        var waiting = new Mock<ICheck>();
        waiting.Setup(check => check.Name).Returns("waiting");
        waiting.Setup(check => check.RunAsync(It.IsAny<CancellationToken>())).Returns((CancellationToken token) =>
        {
            interrupt.Cancel();
            return Task.FromCanceled<CheckResult>(token);
        });
        _installation.Checks.Add(waiting.Object);

        var run = await _installation.RunAsync(["doctor"], interrupt.Token);

        Assert.That(run.ExitCode, Is.EqualTo(130));
    }

    [Test]
    public async Task What_calls_on_other_machines_is_run_on_request_only()
    {
        var online = new Mock<IOnlineCheck>();
        online.Setup(check => check.Name).Returns("far");
        online.Setup(check => check.RunAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Error);
        _installation.Checks.Add(online.Object);

        var offline = await _installation.RunAsync("doctor");
        var asked = await _installation.RunAsync("doctor --online");

        Assert.That((offline.ExitCode, asked.ExitCode), Is.EqualTo((0, 1)));
        Assert.That(offline.Output, Does.Contain("skipped  far:").And.Contain("chatauth doctor --online"));
    }

    [Test]
    public async Task Fix_mends_first_and_the_exit_code_tells_the_state_after()
    {
        GivenMending();

        var looked = await _installation.RunAsync("doctor");
        var mended = await _installation.RunAsync("doctor --fix");

        Assert.That((looked.ExitCode, mended.ExitCode), Is.EqualTo((1, 0)));
        Assert.That(mended.Output, Does.StartWith("fixed    thing: It is whole now.\n" + Configured));
    }

    [Test]
    public async Task Json_tells_what_was_mended_where_it_was_asked_for()
    {
        GivenMending();

        var looked = JsonElement.Parse((await _installation.RunAsync("doctor --json")).Output);
        var mended = JsonElement.Parse((await _installation.RunAsync("doctor --json --fix")).Output);

        Assert.That(looked.TryGetProperty("fixed", out _), Is.False);
        var place = mended.GetProperty("fixed")[0];
        Assert.That((place.GetProperty("check").GetString(), place.GetProperty("what").GetString()), Is.EqualTo(("thing", "It is whole now.")));
    }

    private void GivenMending()
    {
        var isMended = false;
        var check = new Mock<IMendingCheck>();
        check.Setup(known => known.Name).Returns("thing");
        check.Setup(known => known.RunAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() => isMended ? Passed : Error);
        check.Setup(known => known.MendAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() =>
        {
            isMended = true;
            return ["It is whole now."];
        });
        _installation.Checks.Add(check.Object);
    }

    private void Given(params CheckResult[] results)
    {
        foreach (var result in results)
        {
            var check = new Mock<ICheck>();
            check.Setup(known => known.Name).Returns($"check-{_installation.Checks.Count}");
            check.Setup(known => known.RunAsync(It.IsAny<CancellationToken>())).ReturnsAsync(result);
            _installation.Checks.Add(check.Object);
        }
    }

    private static CheckResult.Found Found(string code, FindingSeverity severity) => new([new Finding(code, severity, "So it is.", "chatauth mend")]);
}
