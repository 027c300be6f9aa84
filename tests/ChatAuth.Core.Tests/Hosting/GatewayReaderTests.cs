namespace ChatAuth.Core.Tests.Hosting;

[TestFixture]
internal sealed class GatewayReaderTests
{
    [Test]
    public void Gateway_listens_on_this_machine_alone_where_nothing_is_said()
    {
        var listen = Written.Read(_ => { }).Listen;

        Assert.That(listen, Is.EqualTo(new Uri("http://127.0.0.1:8086")));
    }

    [TestCase("http://127.0.0.1:0")]
    [TestCase("http://localhost:8086")]
    [TestCase("http://[::1]:8086/")]
    public void Address_of_this_machine_is_taken(string address)
    {
        var listen = Written.Read(options => options.Gateway.Listen = address).Listen;

        Assert.That(listen, Is.EqualTo(new Uri(address)));
    }

    [TestCase("http://0.0.0.0:8086")]
    [TestCase("http://[::]:8086")]
    [TestCase("http://192.0.2.7:8086")]
    public void Address_that_others_reach_must_be_asked_for(string address)
    {
        var problems = Written.ProblemsOf(options => options.Gateway.Listen = address);
        var listen = Written.Read(options => options.Gateway = new() { Listen = address, AllowRemote = true }).Listen;

        Assert.That(problems, Is.EqualTo(new[] { "Gateway:Listen: must be an address of this machine alone, unless Gateway:AllowRemote is true" }));
        Assert.That(listen, Is.EqualTo(new Uri(address)));
    }

    [TestCase("")]
    [TestCase("canary")]
    [TestCase("8086")]
    [TestCase("https://127.0.0.1:8086")]
    [TestCase("http://*:8086")]
    [TestCase("http://canary.example.com:8086")]
    [TestCase("http://canary@127.0.0.1:8086")]
    [TestCase("http://127.0.0.1:8086/canary")]
    [TestCase("http://127.0.0.1:8086?canary")]
    public void Text_that_is_no_address_is_refused_and_not_repeated(string address)
    {
        var problems = Written.ProblemsOf(options => options.Gateway = new() { Listen = address, AllowRemote = true });

        Assert.That(problems, Has.Length.EqualTo(1));
        Assert.That(problems[0], Does.StartWith("Gateway:Listen: must be http://address:port").And.Not.Contain("canary"));
    }

    [Test]
    public void Further_names_are_taken_as_written()
    {
        var hosts = Written.Read(options => options.Gateway.Hosts = ["bot.example.com", "gateway"]).Hosts;

        Assert.That(hosts, Is.EqualTo(new[] { "bot.example.com", "gateway" }));
    }

    [TestCase("")]
    [TestCase("https://canary.example.com")]
    [TestCase("canary.example.com:443")]
    [TestCase("*.canary.example.com")]
    [TestCase("192.0.2.7")]
    public void Text_that_is_no_name_is_refused_and_not_repeated(string host)
    {
        var problems = Written.ProblemsOf(options => options.Gateway.Hosts = [host]);

        Assert.That(problems, Is.EqualTo(new[] { "Gateway:Hosts[0]: must be a name such as bot.example.com, without a port" }));
    }
}
