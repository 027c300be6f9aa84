using System.Diagnostics;
using ChatAuth.Testing;

namespace ChatAuth.Gateway.Tests.Operations;

/// <summary>The service and the timer that look at the credentials.</summary>
internal sealed class StatusUnitTests
{
    private const string Folder = "samples/operations";

    /// <summary>What the two units are told differently, because one serves and the other looks.</summary>
    private static readonly string[] Differing =
    [
        "Service.Type", "Service.ExecStart", "Service.Restart", "Service.RestartSec", "Service.TimeoutStopSec", "Service.TimeoutStartSec",
        "Service.SuccessExitStatus", "Service.EnvironmentFile", "Service.LoadCredential",
    ];

    private static UnitFile Service => new(Repository.Read($"{Folder}/chatauth-status.service"));

    private static UnitFile Timer => new(Repository.Read($"{Folder}/chatauth-status.timer"));

    [Test]
    public void It_runs_the_check_and_tells_each_thing_once() =>
        Assert.That(Service["Service.ExecStart"].Single(), Does.EndWith("chatauth models status --check --notify"));

    [Test]
    public void Bad_news_is_no_failure_of_the_look() =>
        Assert.That(Service["Service.SuccessExitStatus"], Is.EqualTo(new[] { "1 2" }));

    [Test]
    public void It_is_confined_as_the_gateway_is()
    {
        var gateway = new UnitFile(Repository.Read($"{Folder}/chatauth-gateway.service"));

        foreach (var directive in gateway.Names.Where(name => name.StartsWith("Service.", StringComparison.Ordinal)).Except(Differing))
        {
            Assert.That(Service[directive], Is.EqualTo(gateway[directive]), directive);
        }
    }

    [TestCase("OnBootSec", "5min")]
    [TestCase("OnUnitActiveSec", "30min")]
    public void Timer_looks_every_half_an_hour(string directive, string value) =>
        Assert.That(Timer[$"Timer.{directive}"], Is.EqualTo(new[] { value }));

    /// <summary>Where there is no systemd, the other tests are all that is asked.</summary>
    [Test]
    public void Systemd_itself_has_no_objection()
    {
        if (!File.Exists("/usr/bin/systemd-analyze")) return;
        var directory = Directory.CreateTempSubdirectory("chatauth-unit-");
        try
        {
            var timer = Path.Combine(directory.FullName, "chatauth-status.timer");
            File.WriteAllText(timer, Repository.Read($"{Folder}/chatauth-status.timer"));
            File.WriteAllText(
                Path.Combine(directory.FullName, "chatauth-status.service"),
                Repository.Read($"{Folder}/chatauth-status.service").Replace("ExecStart=/opt/chatauth/chatauth-notify", "ExecStart=/bin/true", StringComparison.Ordinal));
            using var verify = Process.Start(new ProcessStartInfo("/usr/bin/systemd-analyze", ["verify", "--man=no", timer]) { RedirectStandardError = true })!;
            var found = verify.StandardError.ReadToEnd();
            verify.WaitForExit();

            Assert.That(found.Split('\n').Where(line => line.Contains("chatauth-status", StringComparison.Ordinal)), Is.Empty);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
