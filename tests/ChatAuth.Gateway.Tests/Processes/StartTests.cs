using System.Net;
using System.Net.Sockets;

namespace ChatAuth.Gateway.Tests.Processes;

/// <summary>What an operator sees when the gateway starts, or does not.</summary>
[Parallelizable]
internal sealed class StartTests
{
    private GatewayProcess _gateway = null!;

    [SetUp]
    public void SetUp() => _gateway = new GatewayProcess();

    [TearDown]
    public void TearDown() => _gateway.Dispose();

    [Test]
    public async Task Gateway_without_a_token_says_in_one_line_what_to_set()
    {
        _gateway.Environment["CHATAUTH__TELEGRAM__TOKEN"] = null;

        var (exitCode, error) = await _gateway.RunAsync();

        Assert.That((exitCode, _gateway.Output), Is.EqualTo((64, "")));
        Assert.That(error.Split('\n')[0], Does.Contain("Telegram:Token").And.Contain("CHATAUTH__TELEGRAM__TOKEN").And.Contain("Telegram:TokenFile").And.Contain("Discord:ApplicationId"));
        Assert.That(Directory.Exists(_gateway.State), Is.False);
    }

    [Test]
    public async Task Bot_on_discord_that_is_configured_in_part_is_refused_with_all_that_is_missing()
    {
        _gateway.Environment["CHATAUTH__TELEGRAM__TOKEN"] = null;
        _gateway.Environment["CHATAUTH__DISCORD__APPLICATIONID"] = "700000000000000001";

        var (exitCode, error) = await _gateway.RunAsync();

        Assert.That(exitCode, Is.EqualTo(64));
        Assert.That(error, Does.Contain("Discord:PublicKey").And.Contain("CHATAUTH__DISCORD__TOKEN").And.Not.Contain("Telegram"));
    }

    [Test]
    public async Task Webhook_without_a_secret_says_how_to_make_one()
    {
        _gateway.UseWebhook();
        _gateway.Environment["CHATAUTH__TELEGRAM__WEBHOOK__SECRET"] = null;

        var (exitCode, error) = await _gateway.RunAsync();

        Assert.That(exitCode, Is.EqualTo(64));
        Assert.That(error, Does.Contain("Telegram:Webhook:Secret").And.Contain("openssl rand -hex 32"));
    }

    [TestCase("--token=canary")]
    [TestCase("--demo", "canary")]
    [TestCase("--urls", "http://canary:1")]
    public async Task Unexpected_argument_is_refused_and_not_repeated(params string[] arguments)
    {
        var (exitCode, error) = await _gateway.RunAsync(arguments);

        Assert.That((exitCode, _gateway.Output), Is.EqualTo((64, "")));
        Assert.That(error, Does.Contain("[usage]").And.Not.Contain("canary"));
    }

    [TestCase("--help", "--demo")]
    [TestCase("--version", "0.")]
    public async Task Gateway_tells_about_itself_without_configuration(string argument, string part)
    {
        _gateway.Environment["CHATAUTH__TELEGRAM__TOKEN"] = null;

        var (exitCode, _) = await _gateway.RunAsync(argument);

        Assert.That(exitCode, Is.Zero);
        Assert.That(_gateway.Output, Does.Contain(part));
    }

    [Test]
    public async Task Address_that_is_taken_is_named_by_its_key()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        _gateway.Environment["CHATAUTH__GATEWAY__LISTEN"] = $"http://{other.LocalEndpoint}";

        var (exitCode, error) = await _gateway.RunAsync();

        Assert.That(exitCode, Is.EqualTo(69));
        Assert.That(error, Does.Contain("[address-unavailable]").And.Contain("Gateway:Listen"));
    }

    [Test]
    public async Task Variables_of_the_framework_change_nothing()
    {
        _gateway.Environment["ASPNETCORE_URLS"] = "http://0.0.0.0:0";
        _gateway.Environment["Kestrel__Endpoints__Http__Url"] = "http://0.0.0.0:0";
        _gateway.Environment["Logging__LogLevel__Default"] = "Trace";

        await _gateway.StartAsync();
        await _gateway.StopAsync();

        Assert.That(_gateway.Address.Host, Is.EqualTo("127.0.0.1"));
        Assert.That(_gateway.Output, Does.Not.Contain(" Trace ").And.Not.Contain(" Debug ").And.Not.Contain("0.0.0.0"));
    }

    [Test]
    public async Task Demonstration_keeps_its_state_apart()
    {
        await _gateway.StartAsync("--demo");

        Assert.That(Path.Combine(_gateway.State, "demo", "chatauth.db"), Does.Exist);
        Assert.That(Path.Combine(_gateway.State, "chatauth.db"), Does.Not.Exist);
    }

    [TestCase("000")]
    [TestCase("022")]
    public async Task Everything_it_makes_is_its_owners_alone_whatever_the_umask_says(string umask)
    {
        await _gateway.StartUnderAsync(umask);

        var open = Directory.EnumerateFileSystemEntries(_gateway.State, "*", SearchOption.AllDirectories).Prepend(_gateway.State)
            .Where(path => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode)0b000_111_111) != 0);
        Assert.That(Path.Combine(_gateway.State, "chatauth.db"), Does.Exist);
        Assert.That(open, Is.Empty);
    }
}
