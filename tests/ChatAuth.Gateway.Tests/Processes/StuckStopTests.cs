using System.Diagnostics;
using System.Text.RegularExpressions;
using ChatAuth.Testing;
using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Gateway.Tests.Processes;

/// <summary>A stop while neither platform takes an answer any more.</summary>
[Parallelizable]
internal sealed partial class StuckStopTests
{
    [Test]
    [Proof]
    public async Task Both_platforms_that_hang_are_waited_for_under_one_deadline_and_the_stop_is_no_failure()
    {
        await using var telegram = await FakeTelegramServer.StartAsync(new() { FloodLimit = false });
        await using var discord = await FakeDiscordServer.StartAsync(new() { ResponseWindow = TimeSpan.FromSeconds(45) });
        using var gateway = new GatewayProcess();
        gateway.UseDiscord(discord);
        gateway.Environment["CHATAUTH__TELEGRAM__TOKEN"] = telegram.Token;
        gateway.Environment["CHATAUTH__TELEGRAM__BASEURL"] = telegram.BaseUrl.ToString();
        await gateway.StartAsync("--demo");
        await discord.WaitForRequestAsync(FakeDiscordRoutes.SetCommands, timeout: TimeSpan.FromSeconds(45));
        discord.EndpointUrl = new Uri(gateway.Address, "/discord/interactions");
        var ada = discord.AddPerson("ada");
        var direct = discord.DirectMessages(ada);
        await (await direct.Slash(ada, "model", ("choice", $"claim {Claim().Match(gateway.Output).Groups[1].Value}")).SendAsync()).WaitForAnswerAsync();

        var edit = discord.Faults.Hold(FakeDiscordRoutes.EditOriginal);
        discord.Faults.Slow(TimeSpan.FromMinutes(5), FakeDiscordRoutes.EditOriginal, times: 100);
        await direct.Slash(ada, "ask", ("prompt", "hello")).SendAsync();
        await edit.Arrived;
        await telegram.WaitForRequestArrivalAsync("getUpdates", count: 2);
        telegram.Faults.Slow(TimeSpan.FromMinutes(5), "getUpdates", times: 100); // What was dealt with can be confirmed no more.
        var stranger = telegram.AddPerson("Bob");
        telegram.PrivateChat(stranger).AlreadyOpen().Write(stranger, "/model claim WRONG");
        await telegram.WaitForRequestAsync("sendMessage");
        var stopping = Stopwatch.StartNew();
        var (exitCode, error) = await gateway.StopAsync();

        Assert.That((exitCode, error), Is.EqualTo((0, "")));
        Assert.That(stopping.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)));
    }

    [GeneratedRegex("^  /model claim ([A-Z2-7-]+)$", RegexOptions.Multiline)]
    private static partial Regex Claim();
}
