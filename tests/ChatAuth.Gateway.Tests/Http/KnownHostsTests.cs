using System.Net;
using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Gateway.Http;
using ChatAuth.Testing.Fakes;
using Microsoft.AspNetCore.Http;

namespace ChatAuth.Gateway.Tests.Http;

internal sealed class KnownHostsTests
{
    [TestCase("192.0.2.7", "192.0.2.7:8086", true)]
    [TestCase("::ffff:192.0.2.7", "192.0.2.7", true)]
    [TestCase("::1", "[::1]:8086", true)]
    [TestCase("::1", "localhost", true)]
    [TestCase("192.0.2.7", "localhost", false)]
    [TestCase("192.0.2.7", "127.0.0.1", false)]
    [TestCase("192.0.2.7", "bot.example.com", true)]
    [TestCase("192.0.2.7", "Gateway.example.com:443", true)]
    [TestCase("127.0.0.1", "other.example.com", false)]
    [TestCase("127.0.0.1", "bot.example.com.attacker.example", false)]
    [TestCase("127.0.0.1", "", false)]
    public void Host_is_the_address_itself_localhost_there_the_webhooks_or_configured(string local, string named, bool isKnown)
    {
        Secret.TryCreate("FAKE-token", out var token);
        var hosts = new KnownHosts(
            new ChatAuthSettings { Catalog = TestWorld.Default.Catalog, Hosts = ["gateway.example.com"] },
            new TelegramSettings(token!) { WebhookUrl = new("https://bot.example.com/telegram/webhook") });
        var context = new DefaultHttpContext();
        context.Connection.LocalIpAddress = IPAddress.Parse(local);
        context.Request.Host = new HostString(named);

        Assert.That(hosts.Knows(context), Is.EqualTo(isKnown));
    }
}
