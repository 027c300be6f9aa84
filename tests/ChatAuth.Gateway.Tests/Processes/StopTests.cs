using System.Net.Sockets;
using System.Text;

namespace ChatAuth.Gateway.Tests.Processes;

/// <summary>How the gateway ends.</summary>
[Parallelizable]
internal sealed class StopTests
{
    private GatewayProcess _gateway = null!;

    [SetUp]
    public void SetUp() => _gateway = new GatewayProcess();

    [TearDown]
    public void TearDown() => _gateway.Dispose();

    [TestCase("TERM")]
    [TestCase("INT")]
    public async Task Signal_ends_it_without_failure(string signal)
    {
        await _gateway.StartAsync();

        _gateway.Signal(signal);
        var (exitCode, error) = await _gateway.EndAsync();

        Assert.That((exitCode, error), Is.EqualTo((0, "")));
        Assert.That(_gateway.Output, Does.Contain("Stopping"));
    }

    [Test]
    public async Task Update_that_is_arriving_is_finished_and_no_new_one_is_taken()
    {
        _gateway.UseWebhook();
        await _gateway.StartAsync();
        using var arriving = await HttpCalls.BeginUpdateAsync(_gateway.Address, GatewayProcess.Secret, "{\"update_id\":", total: 15);
        using var answers = new StreamReader(arriving.GetStream(), Encoding.ASCII);
        var goOn = await answers.ReadLineAsync();
        await answers.ReadLineAsync();

        _gateway.Signal("TERM");
        await _gateway.ReadToAsync("Stopping");
        await RefusedAsync();
        await arriving.GetStream().WriteAsync("1}"u8.ToArray());
        var answer = await answers.ReadLineAsync();
        var (exitCode, _) = await _gateway.EndAsync();

        Assert.That(goOn, Does.StartWith("HTTP/1.1 100"));
        Assert.That(answer, Does.StartWith("HTTP/1.1 200").Or.StartWith("HTTP/1.1 503"));
        Assert.That(exitCode, Is.Zero);
    }

    [Test]
    public async Task Systemd_is_told_when_it_is_ready_and_when_it_stops()
    {
        var path = Path.Combine(Path.GetTempPath(), $"chatauth-{Environment.ProcessId}.notify");
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { ReceiveTimeout = 30_000 };
        systemd.Bind(new UnixDomainSocketEndPoint(path));
        _gateway.Environment["NOTIFY_SOCKET"] = path;
        _gateway.Environment["JOURNAL_STREAM"] = "8:1";

        await _gateway.StartAsync();
        var ready = Receive(systemd);
        await _gateway.StopAsync();
        var stopping = Receive(systemd);
        File.Delete(path);

        Assert.That((ready, stopping), Is.EqualTo(("READY=1", "STOPPING=1")));
        Assert.That(_gateway.Output, Does.Contain("\n<6>ChatAuth.Gateway"), "and journald reads the priority");
    }

    /// <summary>The listening socket closes as soon as the server has begun to stop, which is right after it says so.</summary>
    private async Task RefusedAsync()
    {
        for (var isOpen = true; isOpen;)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(_gateway.Address.Host, _gateway.Address.Port);
            }
            catch (SocketException)
            {
                isOpen = false;
            }
        }
    }

    private static string Receive(Socket socket)
    {
        var buffer = new byte[64];
        return Encoding.ASCII.GetString(buffer, 0, socket.Receive(buffer));
    }
}
