using System.Numerics;
using ChatAuth.Channels.Discord;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>What is a signature, and what is none. The hard cases were computed from RFC 8032's equation, with keys made for them.</summary>
internal sealed class Ed25519Tests
{
    /// <summary>The order of the base point.</summary>
    private static readonly BigInteger L = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", null);

    private static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;

    private static readonly string[] OrderEight =
        ["26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"];

    private static IReadOnlyList<Ed25519Vector> Vectors => Ed25519Vector.Rfc8032;

    /// <summary>The eight points, and their encodings that are not canonical.</summary>
    private static IEnumerable<string> SmallOrder => new[] { Hex(1), Hex(P - 1), Hex(0), OrderEight[0], OrderEight[1], Hex(P), Hex(P + 1) }.SelectMany(y => new[] { y, Signed(y) });

    /// <summary>Both encodings of each y from p on that fits in 255 bits.</summary>
    private static IEnumerable<string> NotCanonical => Enumerable.Range(0, 19).Select(above => Hex(P + above)).SelectMany(y => new[] { y, Signed(y) });

    [SetUp]
    public void Need()
    {
        if (!Ed25519.IsAvailable) Assert.Ignore($"Needs OpenSSL 3: apt-get install libssl3 ({Ed25519.Reason})");
    }

    [TestCaseSource(nameof(Vectors))]
    public void Signature_of_the_RFC_is_one(Ed25519Vector vector) => Assert.That(vector.Verifies(), Is.True);

    [TestCaseSource(nameof(Vectors))]
    public void Signature_with_any_byte_changed_is_none(Ed25519Vector vector)
    {
        var changed = Enumerable.Range(0, 64).Select(at => vector with { Signature = Flipped(vector.Signature, at) });

        Assert.That(changed.Where(one => one.Verifies()), Is.Empty);
    }

    [TestCaseSource(nameof(Vectors))]
    public void Signature_of_another_message_is_none(Ed25519Vector vector)
    {
        Assert.That((vector with { Message = vector.Message.ReplaceLineEndings("") + "00" }).Verifies(), Is.False);
        if (vector.Message.Length > 0) Assert.That((vector with { Message = Flipped(vector.Message.ReplaceLineEndings(""), 0) }).Verifies(), Is.False);
    }

    [TestCaseSource(nameof(Vectors))]
    public void Signature_of_another_key_is_none(Ed25519Vector vector)
    {
        var others = Enumerable.Range(0, 32).Select(at => vector with { Key = Flipped(vector.Key, at) });

        Assert.That(others.Concat(Vectors.Where(other => other.Key != vector.Key).Select(other => vector with { Key = other.Key })).Where(one => one.Verifies()), Is.Empty);
    }

    [TestCaseSource(nameof(Vectors))]
    public void Signature_whose_S_is_not_reduced_is_none(Ed25519Vector vector)
    {
        var s = new BigInteger(Convert.FromHexString(vector.Signature).AsSpan(32), isUnsigned: true);

        var malleated = Enumerable.Range(1, 15).Select(times => vector with { Signature = vector.Signature[..64] + Hex(s + (times * L)) });

        Assert.That(malleated.Where(one => one.Verifies()), Is.Empty);
    }

    [TestCase(0)]
    [TestCase(63)]
    [TestCase(65)]
    public void Signature_of_another_length_is_none(int length) =>
        Assert.That((Vectors[0] with { Signature = (Vectors[0].Signature + "00")[..(2 * length)] }).Verifies(), Is.False);

    [TestCaseSource(nameof(SmallOrder))]
    public void Point_of_small_order_is_no_key(string key) => Assert.That(Ed25519PublicKey.TryParse(key, out _), Is.False);

    [TestCaseSource(nameof(NotCanonical))]
    public void Key_that_is_not_reduced_is_none(string key) => Assert.That(Ed25519PublicKey.TryParse(key, out _), Is.False);

    [Test]
    public void Signature_that_the_neutral_key_makes_for_every_message_is_none() =>
        Assert.That(new Ed25519Vector("", Hex(1), "", "ef4f62f8479733ad879cfaced3c89a9c39dd4fc795ef2efa1c3eafe4d729a0813930000000000000000000000000000000000000000000000000000000000000").Verifies(), Is.False);

    [TestCase("0100000000000000000000000000000000000000000000000000000000000000f4a7285cc5efe1c41c6d6f59caf61ed1c5d336b7f9fcfa8499bc9275ee0ff103", TestName = "R_of_small_order_is_refused_though_the_equation_holds")]
    [TestCase("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f1a9d0e0c6c76ef187b9b56d47c8c869eb456a4501238092c7325267f6efcb303", TestName = "R_that_is_not_reduced_is_refused_though_the_equation_holds")]
    public void R_that_no_honest_signer_makes(string signature) =>
        Assert.That(new Ed25519Vector("", "c59326c2e66e4df141ab01d2e114274ae1fcb843f5c1a86ea942bbc6159a22b3", Text("FAKE message"), signature).Verifies(), Is.False);

    [TestCase("FAKE message 3", "2aeb9a98b865396240fb073c6581135a6a1aa55ae63dabe17ef1d8d99d49c30d", true, TestName = "Key_of_mixed_order_verifies_where_the_equation_holds_without_the_cofactor")]
    [TestCase("FAKE message 0", "f929479ce5fda50d62ea3936c6c0d5284de7cced756cbaa9ad8ac54852150608", false, TestName = "Key_of_mixed_order_does_not_verify_where_only_the_cofactor_makes_the_equation_hold")]
    public void Key_of_mixed_order(string message, string s, bool verifies) => Assert.That(
        new Ed25519Vector("", "b612f1df3b37a8b9d66b244c93d02aa2ae9c0b6d8d17598f99f37cceb17ca16e", Text(message), "1d84c09c915b1e355f4130b3950f6754270b37696f36f1b6ca5d4a9b4cf48860" + s).Verifies(),
        Is.EqualTo(verifies));

    [Test]
    public void Key_that_is_no_point_of_the_curve_verifies_nothing() =>
        Assert.That((Vectors[1] with { Key = Hex(2) }).Verifies(), Is.False);

    [Test]
    public void Key_serves_many_threads_at_once()
    {
        var vector = Vectors[2];
        using var key = Ed25519.Load(Ed25519PublicKey.TryParse(vector.Key, out var parsed) ? parsed : throw new InvalidOperationException());
        var (message, signature) = (Convert.FromHexString(vector.Message), Convert.FromHexString(vector.Signature));

        var wrong = ParallelEnumerable.Range(0, 2_000).Count(at => key.Verify(at % 2 == 0 ? message : [], signature) != (at % 2 == 0));

        Assert.That(wrong, Is.Zero);
    }

    [Test]
    public void Key_that_was_disposed_is_an_error_and_no_crash()
    {
        var key = Ed25519.Load(Ed25519PublicKey.TryParse(Vectors[0].Key, out var parsed) ? parsed : throw new InvalidOperationException());
        key.Dispose();

        Assert.That(() => key.Verify([], Convert.FromHexString(Vectors[0].Signature)), Throws.InstanceOf<ObjectDisposedException>());
    }

    private static string Hex(BigInteger number)
    {
        var bytes = new byte[32];
        number.TryWriteBytes(bytes, out _, isUnsigned: true);
        return Convert.ToHexStringLower(bytes);
    }

    private static string Signed(string y) => Flipped(y, 31, 0x80);

    private static string Text(string message) => Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(message));

    private static string Flipped(string hex, int at, byte bits = 1)
    {
        var bytes = Convert.FromHexString(hex);
        bytes[at] ^= bits;
        return Convert.ToHexStringLower(bytes);
    }
}
