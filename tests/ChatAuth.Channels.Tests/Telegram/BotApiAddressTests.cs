using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Credentials;
using ChatAuth.Testing.Credentials;

namespace ChatAuth.Channels.Tests.Telegram;

internal sealed class BotApiAddressTests
{
    private static Secret Of(string text) => Secret.TryCreate(text, out var secret) ? secret! : throw new ArgumentException("No secret.", nameof(text));

    [Test]
    public void Bot_is_known_by_its_token() =>
        Assert.That(new BotApiAddress(BotApiAddress.Official, Of(Canary.Bot)).BotId, Is.EqualTo(7_000_000_001));

    [TestCase("123456789")]
    [TestCase("123456789:")]
    [TestCase("123456789:short")]
    [TestCase(":FAKEfakeFAKEfakeFAKEfakeFAKEfakeFAK")]
    [TestCase("0123:FAKEfakeFAKEfakeFAKEfakeFAKEfakeFAK")]
    [TestCase("-123:FAKEfakeFAKEfakeFAKEfakeFAKEfakeFAK")]
    [TestCase("12345678901234567:FAKEfakeFAKEfakeFAKEfakeFAKEfakeFAK")]
    [TestCase("123456789:FAKEfakeFAKE/../fakeFAKEfakeFAKEfak")]
    [TestCase("123456789:FAKEfakeFAKEfakeFAKEfakeFAKE?fakeFA")]
    [TestCase("123456789:FAKEfakeFAKEfakeFAKE:fakeFAKEfakeFA")]
    public void Text_of_another_form_is_no_token(string text)
    {
        Assert.That(BotApiAddress.BotIdOf(Of(text)), Is.Null);
        Assert.That(() => new BotApiAddress(BotApiAddress.Official, Of(text)), Throws.ArgumentException.With.Message.Not.Contains(text));
    }

    [Test]
    public void Address_without_TLS_is_refused_without_being_repeated() =>
        Assert.That(() => new BotApiAddress(new Uri("http://telegram.example"), Of(Canary.Bot)), Throws.ArgumentException.With.Message.Not.Contains("telegram.example"));

    [TestCase("https://api.telegram.org", "https://api.telegram.org/bot{0}/getMe")]
    [TestCase("http://127.0.0.1:8081/api/", "http://127.0.0.1:8081/api/bot{0}/getMe")]
    public void Token_is_in_the_address_that_is_called_only(string baseUrl, string expected)
    {
        var address = new BotApiAddress(new Uri(baseUrl), Of(Canary.Bot));

        Assert.That(address.Called("getMe").AbsoluteUri, Is.EqualTo(string.Format(null, expected, Canary.Bot)));
        Assert.That(address.Shown("getMe").AbsoluteUri, Is.EqualTo(string.Format(null, expected, "")));
    }

    [Test]
    public void Address_prints_no_token() =>
        Assert.That(Canary.FoundIn(new BotApiAddress(BotApiAddress.Official, Of(Canary.Bot)).ToString()), Is.Empty);
}
