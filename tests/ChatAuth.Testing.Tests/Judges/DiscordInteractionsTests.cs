using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Tests.Discord;

namespace ChatAuth.Testing.Tests.Judges;

/// <summary>Discord's own verifier takes the fake's signatures for good, and no others.</summary>
internal sealed class DiscordInteractionsTests : FakeDiscordTest
{
    [Test]
    public async Task Signatures_of_a_file_are_good()
    {
        using var file = new TemporaryFile();
        await FakeDiscordServer.WriteSignedAsync(file.Path, Enumerable.Range(0, 20).Select(i => Channel.Slash(Ada, "model", ("choice", $"müll-{i}"))));

        Assert.That(await JudgeAsync(Server.PublicKey, file), Is.EqualTo(Enumerable.Repeat(true, 20)));
    }

    [Test]
    public async Task Changed_signatures_are_bad()
    {
        await using var other = await FakeDiscordServer.StartAsync();
        var good = Server.Sign("{\"type\":1}");
        FakeDiscordSignedRequest[] requests =
        [
            good, good with { Body = good.Body + " " }, good with { Timestamp = good.Timestamp + "0" },
            good with { Signature = (good.Signature[0] == '0' ? '1' : '0') + good.Signature[1..] }, other.Sign(good.Body),
        ];
        using var file = new TemporaryFile(string.Join('\n', requests.Select(request => System.Text.Json.JsonSerializer.Serialize(request, System.Text.Json.JsonSerializerOptions.Web))));

        Assert.That(await JudgeAsync(Server.PublicKey, file), Is.EqualTo(new[] { true, false, false, false, false }));
    }

    private static async Task<bool[]> JudgeAsync(string publicKey, TemporaryFile file)
    {
        using var judge = await NodeJudge.StartAsync("discord", "signatures", publicKey, file.Path);
        return [.. (await judge.SawAsync()).AsArray().Select(verdict => verdict!.GetValue<bool>())];
    }
}
