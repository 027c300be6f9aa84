using System.Text;
using ChatAuth.Channels.Discord;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>Headers and bodies as they come. The key is the first of RFC 8032; Discord's own was never used.</summary>
internal sealed class DiscordSignatureTests
{
    private const string Timestamp = "1790000000";
    private const string Body = """{"type":1}""";

    /// <summary>Made by OpenSSL over the timestamp and the body.</summary>
    private const string Signature = "b883a6e3d99a1af1aed7accae7523d09e6c39a7b741f927ae00d7c1c2f129c45196958842c06a1faf16b5b90c94d5a086579e56d04f56eb6ff10e7742a9e3909";

    private Ed25519Key _key = null!;

    [OneTimeSetUp]
    public void Load()
    {
        if (!Ed25519.IsAvailable) Assert.Ignore($"Needs OpenSSL 3: apt-get install libssl3 ({Ed25519.Reason})");
        _key = Ed25519.Load(Ed25519PublicKey.TryParse(Ed25519Vector.Rfc8032[0].Key, out var key) ? key : throw new InvalidOperationException());
    }

    [OneTimeTearDown]
    public void Free() => _key?.Dispose();

    private bool Verifies(string signature = Signature, string timestamp = Timestamp, string body = Body) =>
        DiscordSignature.Verify(_key, signature, timestamp, Encoding.UTF8.GetBytes(body));

    [Test]
    public void Timestamp_and_body_are_what_is_signed()
    {
        Assert.That(Verifies(), Is.True);
        Assert.That(Verifies(signature: Signature.ToUpperInvariant()), Is.True);
    }

    [TestCase("1790000001", Body)]
    [TestCase("179000000", Body)]
    [TestCase(Timestamp, """{"type":2}""")]
    [TestCase(Timestamp, """{"type":1} """)]
    [TestCase(Timestamp, "")]
    public void Anything_else_is_not_signed(string timestamp, string body) => Assert.That(Verifies(timestamp: timestamp, body: body), Is.False);

    [TestCase("")]
    [TestCase(" 1790000000")]
    [TestCase("-1790000000")]
    [TestCase("1790000000.5")]
    [TestCase("179000000000000000000")]
    [TestCase("１７９００００００0")]
    public void Timestamp_of_another_shape_is_refused(string timestamp) => Assert.That(Verifies(timestamp: timestamp), Is.False);

    /// <summary>Discord's scheme has no border there. Nothing follows from it: a body that begins with a digit is no interaction, and a timestamp that lost one is untimely.</summary>
    [Test]
    public void Where_the_timestamp_ends_is_not_signed() => Assert.That(Verifies(timestamp: Timestamp[..^1], body: Timestamp[^1..] + Body), Is.True);

    [TestCase("")]
    [TestCase("00")]
    [TestCase(Signature + "00")]
    public void Signature_of_another_length_is_refused(string signature) => Assert.That(Verifies(signature: signature), Is.False);

    [Test]
    public void Signature_with_another_digit_is_refused() => Assert.That(Verifies(signature: Signature[..^1] + "g"), Is.False);

    [Test]
    public void Large_body_is_verified_whole() => Assert.That(Verifies(body: Body + new string(' ', 1024 * 1024)), Is.False);
}
