using System.Text.Json;
using ChatAuth.Testing.Credentials;

namespace ChatAuth.Gateway.Tests.Processes;

/// <summary>No six characters of the bot's token are written anywhere, however talkative somebody makes the process.</summary>
[Parallelizable]
internal sealed class CanaryTests
{
    private static readonly string[] Talkative = ["Logging__LogLevel__Default", "Logging__LogLevel__System.Net.Http", "Logging__Console__LogLevel__Default"];
    private GatewayProcess _gateway = null!;

    [SetUp]
    public void SetUp()
    {
        _gateway = new GatewayProcess();
        foreach (var variable in Talkative) _gateway.Environment[variable] = "Trace";
    }

    [TearDown]
    public void TearDown() => _gateway.Dispose();

    [Test]
    public async Task Token_is_neither_written_nor_kept()
    {
        await _gateway.StartAsync();
        using var client = new HttpClient();
        await client.GetStringAsync(new Uri(_gateway.Address, "/healthz"));

        var (_, error) = await _gateway.StopAsync();

        Assert.That(Canary.FoundIn(GatewayProcess.Token), Is.Not.Empty);
        Assert.That(Canary.FoundIn(_gateway.Output + error), Is.Empty);
        var kept = Directory.EnumerateFiles(_gateway.State, "*", SearchOption.AllDirectories).Where(file => Canary.FoundIn(File.ReadAllBytes(file)).Any());
        Assert.That(kept, Is.Empty);
    }

    /// <summary>A listener in or beside the process would be handed whole addresses.</summary>
    [TestCase("System.Diagnostics.Tracing.EventSource.IsSupported")]
    [TestCase("System.Net.Http.EnableActivityPropagation")]
    public void Runtime_tells_nobody_about_requests(string feature)
    {
        var program = Path.GetDirectoryName(typeof(CanaryTests).Assembly.Location)!;
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(program, "ChatAuth.Gateway.runtimeconfig.json")));

        var isOn = settings.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties").GetProperty(feature).GetBoolean();

        Assert.That(isOn, Is.False);
    }

    [Test]
    public async Task Token_in_a_wrong_place_is_not_repeated()
    {
        _gateway.Environment["CHATAUTH__TELEGRAM__BASEURL"] = GatewayProcess.Token;
        _gateway.Environment["CHATAUTH__TELEGRAM__TRANSPORT"] = GatewayProcess.Token;
        _gateway.Environment["CHATAUTH__TELEGRAM__WEBHOOK__URL"] = GatewayProcess.Token;
        _gateway.Environment["CHATAUTH__GATEWAY__LISTEN"] = GatewayProcess.Token;
        _gateway.Environment["CHATAUTH__TELEGRAM__TOKEN"] = GatewayProcess.Token + "!";

        var (exitCode, error) = await _gateway.RunAsync();

        Assert.That(exitCode, Is.EqualTo(64));
        Assert.That(error, Does.Contain("Telegram:BaseUrl").And.Contain("Telegram:Transport").And.Contain("Gateway:Listen").And.Contain("Telegram:Token:"));
        Assert.That(Canary.FoundIn(_gateway.Output + error), Is.Empty);
    }
}
