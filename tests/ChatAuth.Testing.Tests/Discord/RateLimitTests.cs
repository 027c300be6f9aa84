using System.Net;
using System.Text.Json.Nodes;
using ChatAuth.Testing.Discord;

namespace ChatAuth.Testing.Tests.Discord;

internal sealed class RateLimitTests : FakeDiscordTest
{
    protected override FakeDiscordOptions Options => new() { InvalidRequestLimit = 3 };

    [Test]
    public async Task Sixth_message_of_a_channel_waits()
    {
        for (var i = 0; i < 5; i++) await App.MessageAsync(Channel, new { content = "x" });
        Time.Advance(TimeSpan.FromSeconds(1.5));

        using var refused = await App.MessageAsync(Channel, new { content = "x" });
        var body = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;

        Assert.That((int)refused.StatusCode, Is.EqualTo(429));
        Assert.That(body["retry_after"]!.GetValue<double>(), Is.EqualTo(3.5));
        Assert.That(body["global"]!.GetValue<bool>(), Is.False);
        Assert.That(Header(refused, "Retry-After"), Is.EqualTo("4"));
        Assert.That(Header(refused, "X-RateLimit-Scope"), Is.EqualTo("user"));
        Assert.That(Header(refused, "X-RateLimit-Reset-After"), Is.EqualTo("3.500"));
        Assert.That(await AppClient.RefusalAsync(App.MessageAsync(Guild.AddChannel("other"), new { content = "x" })), Is.EqualTo("done"));
        Time.Advance(TimeSpan.FromSeconds(3.5));
        Assert.That(await AppClient.RefusalAsync(App.MessageAsync(Channel, new { content = "x" })), Is.EqualTo("done"));
        Assert.That(Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Answer_says_how_the_limit_stands()
    {
        using var taken = await App.MessageAsync(Channel, new { content = "x" });

        Assert.That($"{Header(taken, "X-RateLimit-Limit")} {Header(taken, "X-RateLimit-Remaining")} {Header(taken, "X-RateLimit-Reset-After")}", Is.EqualTo("5 4 5.000"));
        Assert.That(Header(taken, "X-RateLimit-Bucket"), Has.Length.EqualTo(32));
    }

    [Test]
    public async Task Fifty_first_request_of_a_second_waits_and_interactions_are_exempt()
    {
        var interaction = await Channel.Slash(Ada, "model").SendAsync();
        for (var i = 0; i < 50; i++) await App.MessageAsync(Guild.AddChannel($"c{i}"), new { content = "x" });

        using var refused = await App.MessageAsync(Channel, new { content = "x" });

        Assert.That(Header(refused, "X-RateLimit-Scope"), Is.EqualTo("global"));
        Assert.That(Header(refused, "X-RateLimit-Global"), Is.EqualTo("true"));
        Assert.That(await AppClient.RefusalAsync(App.EditAsync(interaction, new { content = "y" })), Is.EqualTo("done"));
    }

    [Test]
    public async Task Bad_requests_shut_the_address_out_for_a_while()
    {
        Server.Faults.RateLimit(TimeSpan.FromSeconds(1), "shared");
        await App.MessageAsync(Channel, new { content = "x" });
        using var stranger = new AppClient(Server, "FAKE-other");
        for (var i = 0; i < 3; i++) await stranger.SetCommandsAsync();

        using var shutOut = await App.MessageAsync(Channel, new { content = "x" });
        Time.Advance(TimeSpan.FromMinutes(10));

        Assert.That(shutOut.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await shutOut.Content.ReadAsStringAsync(), Does.Contain("blocked from accessing our API temporarily"));
        Assert.That(await AppClient.RefusalAsync(App.MessageAsync(Channel, new { content = "x" })), Is.EqualTo("done"));
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();
}
