namespace ChatAuth.Testing.Tests.Discord;

internal sealed class EndpointCheckTests : FakeDiscordTest
{
    [Test]
    public async Task Endpoint_that_knows_the_signature_is_taken()
    {
        Endpoint.IsGenuine = (timestamp, signature, body) => Server.Sign(body, DateTimeOffset.FromUnixTimeSeconds(long.TryParse(timestamp, out var at) ? at : 0)).Signature == signature && timestamp != "";

        var check = await Server.SetEndpointAsync(Endpoint.Url);

        Assert.That(check.Failures, Is.Empty);
        Assert.That(Server.EndpointUrl, Is.EqualTo(Endpoint.Url));
        Assert.That(Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Endpoint_that_takes_any_signature_is_removed()
    {
        var check = await Server.SetEndpointAsync(Endpoint.Url);

        Assert.That(check.Failures, Has.Count.EqualTo(5));
        Assert.That(Server.EndpointUrl, Is.Null);
        Assert.That(Server.Defects, Is.Not.Empty);
    }

    [Test]
    public async Task Endpoint_that_refuses_everything_is_removed()
    {
        Endpoint.IsGenuine = (_, _, _) => false;

        Assert.That((await Server.SetEndpointAsync(Endpoint.Url)).Failures.Single(), Does.StartWith("a good ping: 200 expected, 401 came"));
        Assert.That((await Channel.Slash(Ada, "model").SendAsync()).Failure, Is.Not.Null);
    }
}
