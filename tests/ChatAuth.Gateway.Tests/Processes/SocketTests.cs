using ChatAuth.Testing.Discord;

namespace ChatAuth.Gateway.Tests.Processes;

/// <summary>The daemon where interactions come over a socket, in a build with the client library for it; without, it says so.</summary>
[Parallelizable]
internal sealed class SocketTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);
    private FakeDiscordServer _discord = null!;
    private GatewayProcess _gateway = null!;

    [SetUp]
    public async Task SetUp()
    {
        _discord = await FakeDiscordServer.StartAsync(new() { ResponseWindow = Patience, OverlooksUnknownFields = true });
        _gateway = new GatewayProcess();
        _gateway.UseDiscord(_discord);
        _gateway.Environment["CHATAUTH__DISCORD__TRANSPORT"] = "socket";
        _gateway.Environment.Remove("CHATAUTH__DISCORD__PUBLICKEY");
    }

    [TearDown]
    public async Task TearDown()
    {
        _gateway.Dispose();
        await _discord.DisposeAsync();
    }

#if CHAT_SDKS
    [Test]
    public async Task Code_of_the_first_start_comes_over_the_socket_and_leads_to_an_answer()
    {
        var ada = _discord.AddPerson("ada");
        var direct = _discord.DirectMessages(ada);
        await _gateway.StartAsync("--demo");
        var code = _gateway.Output.Split("/model claim ")[1].Split('\n')[0].Trim();
        await _discord.WaitForRequestAsync(FakeDiscordRoutes.SetCommands, timeout: Patience);
        await _discord.WaitForSocketsAsync(timeout: Patience);

        var claimed = await direct.Slash(ada, "model", ("choice", $"claim {code}")).SendAsync();
        await direct.Slash(ada, "model", ("choice", "opus@anthropic:work")).SendAsync();
        var asked = await direct.Slash(ada, "ask", ("prompt", "hello")).SendAsync();

        Assert.That((await claimed.WaitForAnswerAsync()).Content, Does.Contain("owner"));
        Assert.That((await asked.WaitForAnswerAsync()).Content, Does.Contain("with anthropic:work heard: hello"));
        Assert.That(_discord.Defects, Is.Empty);
    }

    [Test]
    public async Task Stop_closes_the_socket()
    {
        await _gateway.StartAsync("--demo");
        await _discord.WaitForSocketsAsync(timeout: Patience);

        var (exitCode, error) = await _gateway.StopAsync();

        await _discord.WaitForSocketsAsync(0, Patience);
        Assert.That((exitCode, error), Is.EqualTo((0, "")));
        Assert.That(_gateway.Output, Does.Not.Contain(_discord.Token));
    }
#else
    [Test]
    public async Task Gateway_without_the_library_names_the_switch()
    {
        var (exitCode, error) = await _gateway.RunAsync("--demo");

        Assert.That(error, Does.StartWith("error [configuration-invalid]: ").And.Contain("Discord:Transport: socket").And.Contain("-p:ChatSdks=true").And.Contain("set it to http"));
        Assert.That(exitCode, Is.EqualTo(Core.Errors.ExitCodes.Usage), error);
        Assert.That(_discord.Requests, Is.Empty);
    }
#endif
}
