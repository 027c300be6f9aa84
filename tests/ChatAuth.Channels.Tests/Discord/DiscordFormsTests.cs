using ChatAuth.Channels.Discord;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Channels.Tests.Discord;

internal sealed class DiscordFormsTests
{
    [TestCase("700000000000000001", true)]
    [TestCase("1", true)]
    [TestCase("0", false)]
    [TestCase("-1", false)]
    [TestCase("canary", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    [TestCase("99999999999999999999", false)]
    public void Id_is_a_number(string? text, bool isId) => Assert.That(DiscordForms.IsId(text), Is.EqualTo(isId));

    [TestCase("NzAwMDAwMDAwMQ.FAKE.FAKEfakeFAKE-_1", true)]
    [TestCase("NzAwMDAwMDAwMQ.FAKE", false)]
    [TestCase("Bot NzAwMDAwMDAwMQ.FAKE.FAKEfakeFAKE", false)]
    [TestCase("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", false)]
    public void Token_has_three_parts(string text, bool isToken) =>
        Assert.That(Secret.TryCreate(text, out var secret) && DiscordForms.IsToken(secret!), Is.EqualTo(isToken));
}
