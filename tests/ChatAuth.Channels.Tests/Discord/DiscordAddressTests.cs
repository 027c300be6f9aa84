using ChatAuth.Channels.Discord;
using ChatAuth.Testing.Credentials;
using static ChatAuth.Channels.Tests.Discord.DiscordTest;

namespace ChatAuth.Channels.Tests.Discord;

internal sealed class DiscordAddressTests
{
    [Test]
    public void Address_without_TLS_is_refused_without_being_repeated() =>
        Assert.That(() => AddressOf("http://discord.example"), Throws.ArgumentException.With.Message.Not.Contains("discord.example"));

    [TestCase("https://discord.com/api/v10", "https://discord.com/api/v10/applications/@me")]
    [TestCase("http://127.0.0.1:8081/", "http://127.0.0.1:8081/applications/@me")]
    public void Path_is_added_to_the_base(string baseUrl, string expected) =>
        Assert.That(AddressOf(baseUrl).Called(DiscordRoute.Of(new DiscordRequest.GetApplication())).AbsoluteUri, Is.EqualTo(expected));

    [Test]
    public void Address_prints_no_token() =>
        Assert.That(Canary.FoundIn(AddressOf("https://discord.example").ToString()), Is.Empty);
}
