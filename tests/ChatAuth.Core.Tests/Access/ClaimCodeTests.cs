using System.Security.Cryptography;
using System.Text;
using ChatAuth.Core.Access;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Core.Tests.Access;

internal sealed class ClaimCodeTests
{
    [Test]
    public void Create_writes_the_first_65_bits_in_base32()
    {
        var code = ClaimCode.Create([0x00, 0x44, 0x32, 0x14, 0xC7, 0x42, 0x54, 0xB6, 0x35]);

        Assert.That(code.Text, Is.EqualTo("ABCD-EFGH-IJKLM"));
    }

    [Test]
    public void Create_uses_every_one_of_the_65_bits()
    {
        var texts = Enumerable.Range(0, 65).Select(bit =>
        {
            var random = new byte[ClaimCode.RandomLength];
            random[bit / 8] = (byte)(0x80 >> (bit % 8));
            return ClaimCode.Create(random).Text;
        });

        Assert.That(texts.Append(ClaimCode.Create(new byte[9]).Text).Distinct().Count(), Is.EqualTo(66));
    }

    [Test]
    public void Create_refuses_too_few_bytes() =>
        Assert.That(() => ClaimCode.Create(new byte[8]), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Hash_is_that_of_the_canonical_form()
    {
        var code = ClaimCode.Create(new byte[9]);

        Assert.That(code.Hash, Is.EqualTo(SHA256.HashData(Encoding.ASCII.GetBytes("AAAAAAAAAAAAA"))));
    }

    [TestCase("ABCD-EFGH-IJKLM")]
    [TestCase("abcd efgh ijklm")]
    [TestCase(" abcdEFGHijk-lm- ")]
    public void TryParse_takes_every_way_of_writing_it(string typed)
    {
        var parsed = ClaimCode.TryParse(typed, out var code);

        Assert.That(parsed);
        Assert.That(code!.Text, Is.EqualTo("ABCD-EFGH-IJKLM"));
    }

    [TestCase("")]
    [TestCase("ABCD-EFGH-IJKL")]
    [TestCase("ABCD-EFGH-IJKLMN")]
    [TestCase("ABCD-EFGH-IJKL1")]
    [TestCase("ABCD_EFGH_IJKLM")]
    [TestCase("ABCD-EFGH-IJKLÉ")]
    public void TryParse_refuses_what_cannot_be_one(string typed) =>
        Assert.That(ClaimCode.TryParse(typed, out _), Is.False);

    [Test]
    public void ToString_does_not_show_it() =>
        Assert.That($"{ClaimCode.Create(new byte[9])}", Does.Not.Contain("AAAA"));

    [Test]
    public void Code_is_never_taken_for_a_pasted_secret()
    {
        var random = new Random(7);
        var bytes = new byte[ClaimCode.RandomLength];

        for (var i = 0; i < 20_000; i++)
        {
            random.NextBytes(bytes);
            var typed = $"/model claim {ClaimCode.Create(bytes).Text}";

            Assert.That(SecretScanner.Scan(typed), Is.Null, typed);
            Assert.That(SecretScanner.Scan(typed.Replace("-", "")), Is.Null, typed);
        }
    }
}
