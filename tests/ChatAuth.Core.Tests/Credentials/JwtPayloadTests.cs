using System.Buffers.Text;
using System.Text;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Core.Tests.Credentials;

internal sealed class JwtPayloadTests
{
    [Test]
    public void Claims_are_the_middle_part()
    {
        var claims = JwtPayload.Read($"FAKE.{Encode("""{"exp":12}""")}.FAKE");

        Assert.That(claims!.Value.GetProperty("exp").GetInt32(), Is.EqualTo(12));
    }

    [TestCase("FAKE-opaque")]
    [TestCase("a.b")]
    [TestCase("a.b.c.d")]
    [TestCase("a.!!.c")]
    [TestCase("a..c")]
    [TestCase("a.bm90IGpzb24.c")]
    [TestCase("a.WzFd.c", Description = "An array.")]
    public void Other_texts_have_none(string token) => Assert.That(JwtPayload.Read(token), Is.Null);

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
