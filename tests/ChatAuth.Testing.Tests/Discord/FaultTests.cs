using System.Net;
using ChatAuth.Testing.Discord;

namespace ChatAuth.Testing.Tests.Discord;

internal sealed class FaultTests : FakeDiscordTest
{
    [Test]
    public async Task Failed_request_was_not_done()
    {
        Server.Faults.Fail(500, FakeDiscordRoutes.CreateMessage);

        using var failed = await App.MessageAsync(Channel, new { content = "x" });

        Assert.That(failed.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(Channel.Messages, Is.Empty);
    }

    [Test]
    public void Dropped_answer_hides_what_was_done()
    {
        Server.Faults.DropAfter();

        Assert.That(() => App.MessageAsync(Channel, new { content = "x" }), Throws.InstanceOf<HttpRequestException>());
        Assert.That(Channel.Messages.Single().Content, Is.EqualTo("x"));
    }

    [Test]
    public void Dropped_request_was_not_done()
    {
        Server.Faults.DropBefore();

        Assert.That(() => App.MessageAsync(Channel, new { content = "x" }), Throws.InstanceOf<HttpRequestException>());
        Assert.That(Channel.Messages, Is.Empty);
    }

    [Test]
    public async Task Held_request_waits_for_the_test()
    {
        var held = Server.Faults.Hold(FakeDiscordRoutes.CreateMessage);
        var sending = App.MessageAsync(Channel, new { content = "x" });
        await held.Arrived;
        var before = Channel.Messages.Count;

        held.Release();

        Assert.That(await AppClient.RefusalAsync(sending), Is.EqualTo("done"));
        Assert.That((before, Channel.Messages.Count), Is.EqualTo((0, 1)));
    }

    [TestCase("user")]
    [TestCase("global")]
    [TestCase("shared")]
    public async Task Limit_of_any_scope_is_told(string scope)
    {
        Server.Faults.RateLimit(TimeSpan.FromSeconds(0.25), scope);

        using var refused = await App.MessageAsync(Channel, new { content = "x" });

        Assert.That(refused.Headers.GetValues("X-RateLimit-Scope").Single(), Is.EqualTo(scope));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("\"retry_after\":0.25"));
        Assert.That(Server.InvalidRequests, Is.EqualTo(scope == "shared" ? 0 : 1));
    }

    [Test]
    public async Task Server_comes_back_at_its_address()
    {
        await Server.DieAsync();
        Assert.That(() => App.MessageAsync(Channel, new { content = "x" }), Throws.InstanceOf<HttpRequestException>());

        await Server.ComeBackAsync();

        Assert.That(await AppClient.RefusalAsync(App.MessageAsync(Channel, new { content = "x" })), Is.EqualTo("done"));
        Assert.That(Channel.Messages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Unknown_request_and_nameless_client_are_defects()
    {
        using var nameless = new HttpClient();

        await nameless.GetAsync(new Uri(Server.BaseUrl, "api/v10/gateway"));
        await nameless.GetAsync(new Uri(Server.BaseUrl, "api/v10/applications/@me"));

        Assert.That(Server.Defects, Has.One.StartsWith("The fake knows no GET /api/v10/gateway").And.One.Contains("user agent"));
    }
}
