using System.Text.Json;
using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using Moq;

namespace ChatAuth.Cli.Tests.Doctor;

/// <summary><c>chatauth doctor</c>.</summary>
internal sealed class DoctorCommandTests
{
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

        Assert.That(run.Output, Is.EqualTo("skipped  check-0: Nothing is configured.\n"));
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

        Assert.That(run.Output, Is.EqualTo("error    check-0: So it is. [thing-broken]\n         chatauth mend\n"));
    }

    [Test]
    public async Task Json_has_every_check_with_its_result()
    {
        Given(Passed, Skipped, Warning);

        var run = await _installation.RunAsync("doctor --json");

        var checks = JsonElement.Parse(run.Output).GetProperty("checks").EnumerateArray().ToList();
        Assert.That(checks.Select(check => check.GetProperty("result").GetString()), Is.EqualTo(new[] { "passed", "skipped", "found" }));
        Assert.That(checks[2].GetProperty("findings")[0].GetProperty("severity").GetString(), Is.EqualTo("warning"));
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
