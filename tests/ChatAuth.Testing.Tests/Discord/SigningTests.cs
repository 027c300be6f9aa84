using System.Text.Json;
using ChatAuth.Testing.Discord;

namespace ChatAuth.Testing.Tests.Discord;

internal sealed class SigningTests : FakeDiscordTest
{
    [Test]
    public async Task Replay_is_the_same_bytes_and_changes_nothing()
    {
        var seen = new List<string>();
        Endpoint.IsGenuine = (timestamp, signature, body) =>
        {
            seen.Add($"{timestamp} {signature} {body}");
            return true;
        };
        var interaction = await Channel.Slash(Ada, "model").SendAsync();
        Time.Advance(TimeSpan.FromDays(1));

        var reply = await interaction.ReplayAsync();

        Assert.That(seen, Has.Count.EqualTo(2));
        Assert.That(seen[1], Is.EqualTo(seen[0]));
        Assert.That(reply.Status, Is.EqualTo(200));
        Assert.That(Channel.Messages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Signature_may_name_another_time_than_the_clock()
    {
        var interaction = Channel.Slash(Ada, "model");

        await interaction.ReplayAsync(Time.GetUtcNow() - TimeSpan.FromMinutes(10));

        Assert.That(interaction.Sign(DateTimeOffset.UnixEpoch).Timestamp, Is.EqualTo("0"));
        Assert.That(interaction.Response, Is.Null);
    }

    [Test]
    public async Task Interactions_of_a_file_can_be_edited_at_once()
    {
        var interaction = Channel.Slash(Ada, "model");
        var path = Path.GetTempFileName();

        await FakeDiscordServer.WriteSignedAsync(path, [interaction]);
        var line = JsonDocument.Parse((await File.ReadAllLinesAsync(path)).Single()).RootElement;
        File.Delete(path);

        Assert.That(line.EnumerateObject().Select(field => field.Name), Is.EqualTo(new[] { "timestamp", "signature", "body" }));
        Assert.That(line.GetProperty("body").GetString(), Is.EqualTo(interaction.Json));
        Assert.That(await AppClient.RefusalAsync(App.EditAsync(interaction, new { content = "x" })), Is.EqualTo("done"));
    }

    [Test]
    public void Id_tells_when_it_was_made_and_rises()
    {
        var first = Channel.Slash(Ada, "model");
        var second = Channel.Slash(Ada, "model");

        var at = DateTimeOffset.FromUnixTimeMilliseconds((long)(ulong.Parse(first.Id, null) >> 22) + 1_420_070_400_000);

        Assert.That(at, Is.EqualTo(Time.GetUtcNow()));
        Assert.That(ulong.Parse(second.Id, null), Is.GreaterThan(ulong.Parse(first.Id, null)));
    }
}
