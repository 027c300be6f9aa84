using System.Diagnostics;
using System.Globalization;
using ChatAuth.Gateway.Hosting;
using ChatAuth.Testing;

namespace ChatAuth.Gateway.Tests.Operations;

/// <summary>The systemd unit that is handed out.</summary>
internal sealed class ServiceUnitTests
{
    private const string Path = "samples/operations/chatauth-gateway.service";

    private static UnitFile Unit => new(Repository.Read(Path));

    [TestCase("UMask", "0077")]
    [TestCase("StateDirectory", "chatauth")]
    [TestCase("StateDirectoryMode", "0700")]
    [TestCase("NoNewPrivileges", "yes")]
    [TestCase("ProtectHome", "read-only")]
    [TestCase("ProtectSystem", "strict")]
    [TestCase("PrivateTmp", "yes")]
    [TestCase("LimitCORE", "0")]
    [TestCase("Environment", "DOTNET_EnableDiagnostics=0")]
    [TestCase("Environment", "CHATAUTH_STATE_DIR=/var/lib/chatauth")]
    [TestCase("RestrictAddressFamilies", "AF_UNIX AF_INET AF_INET6")]
    [TestCase("SystemCallFilter", "@system-service")]
    [TestCase("Type", "notify")]
    [TestCase("Restart", "on-failure")]
    public void Service_is_confined_and_watched(string directive, string value) =>
        Assert.That(Unit[$"Service.{directive}"], Does.Contain(value));

    [Test]
    public void Memory_may_be_written_and_executed_because_dotnet_compiles_at_run_time() =>
        Assert.That(Unit["Service.MemoryDenyWriteExecute"], Is.EqualTo(new[] { "no" }));

    [Test]
    public void Systemd_waits_longer_for_the_stop_than_the_gateway_itself()
    {
        var patience = TimeSpan.FromSeconds(int.Parse(Unit["Service.TimeoutStopSec"].Single(), CultureInfo.InvariantCulture));

        Assert.That(patience, Is.GreaterThan(GatewayHost.StopTimeout + TimeSpan.FromSeconds(5)));
    }

    /// <summary>A credential with an absolute path must be there; one with a name is looked for in systemd's store, and left out where it is not.</summary>
    [Test]
    public void Every_secret_of_either_platform_can_be_handed_over_and_none_has_to_be() => Assert.That(Unit["Service.LoadCredential"], Is.EqualTo(
        new[] { "telegram-token", "telegram-webhook-secret", "discord-token" }.Select(name => $"{name}:chatauth.{name}")));

    [Test]
    public void No_secret_stands_in_the_unit() =>
        Assert.That(Unit["Service.Environment"], Has.None.Contains("TOKEN").And.None.Contains("SECRET"));

    /// <summary>Where there is no systemd, the other tests are all that is asked.</summary>
    [Test]
    public void Systemd_itself_has_no_objection()
    {
        var text = Repository.Read(Path).Replace("ExecStart=/opt/chatauth/ChatAuth.Gateway", "ExecStart=/bin/true", StringComparison.Ordinal);

        Assert.That(Verify(text), Is.Empty);
    }

    private static string Verify(string text)
    {
        if (!File.Exists("/usr/bin/systemd-analyze")) return "";
        var directory = Directory.CreateTempSubdirectory("chatauth-unit-");
        try
        {
            var file = System.IO.Path.Combine(directory.FullName, "chatauth-gateway.service");
            File.WriteAllText(file, text);
            using var verify = Process.Start(new ProcessStartInfo("/usr/bin/systemd-analyze", ["verify", "--man=no", file]) { RedirectStandardError = true })!;
            var found = verify.StandardError.ReadToEnd();
            verify.WaitForExit();
            return string.Join('\n', found.Split('\n').Where(line => line.Contains("chatauth-gateway", StringComparison.Ordinal)));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
