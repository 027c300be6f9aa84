using ChatAuth.Channels.Discord;

namespace ChatAuth.Channels.Tests.Discord;

internal sealed class Ed25519PublicKeyTests
{
    private const string Key = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";

    [Test]
    public void Case_of_the_digits_does_not_matter()
    {
        var parsed = Ed25519PublicKey.TryParse(Key, out var lower) & Ed25519PublicKey.TryParse(Key.ToUpperInvariant(), out var upper);

        Assert.That(parsed, Is.True);
        Assert.That(upper, Is.EqualTo(lower));
        Assert.That(upper?.ToString(), Is.EqualTo(Key));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af466")]
    [TestCase("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c00")]
    [TestCase("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660g")]
    [TestCase(" 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660")]
    [TestCase("３d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")]
    public void What_is_not_64_hexadecimal_digits_is_no_key(string? text) => Assert.That(Ed25519PublicKey.TryParse(text, out _), Is.False);
}
