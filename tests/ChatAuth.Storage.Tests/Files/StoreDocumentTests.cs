using System.Text;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Tests.Files;

public sealed class StoreDocumentTests
{
    private const string Canary = "Zq7Vx2Kp9Wm4";

    private static readonly string[] DamagedTexts =
    [
        "",
        "  \n",
        "[]",
        "null",
        "\"" + Canary + "\"",
        Canary,
        "{\"profiles\":{\"anthropic:work\":{\"type\":\"api_key\",\"key\":\"" + Canary,
        "{\"key\":\"x\"} " + Canary,
        "{\"" + Canary + "\":1,\"" + Canary + "\":2}",
        "{\"profiles\":{\"anthropic:work\":{\"key\":\"" + Canary + "\",\"k\\u0065y\":\"\"}}}",
        "{\"profiles\":[\"" + Canary + "\"]}",
        "{\"profiles\":\"" + Canary + "\"}",
        "{\"order\":[\"" + Canary + "\"]}",
        "{\"profiles\":{\"anthropic:" + Canary + "\":{},\"Anthropic:" + Canary + "\":{}}}",
        "{\"\\ud800" + Canary + "\":1}",
        "{\"key\":\"" + Canary + "\"}\0\0\0\0",
        "{/*" + Canary + "*/}",
        "{\"key\":\"" + Canary + "\",}",
        string.Concat(Enumerable.Repeat("{\"" + Canary + "\":", 100)),
    ];

    [TestCaseSource(nameof(DamagedTexts))]
    public void Parse_refuses_a_damaged_text_and_quotes_nothing_of_it(string text)
    {
        var failure = Assert.Throws<ChatAuthException>(() => StoreDocument.Parse(Encoding.UTF8.GetBytes(text), "/state/auth-profiles.json"))!;

        Assert.That(failure.Code, Is.EqualTo(ErrorCode.StoreDamaged));
        Assert.That(failure.ToString(), Does.Contain("/state/auth-profiles.json").And.Not.Contains(Canary));
        Assert.That(failure.InnerException, Is.Null);
    }

    [Test]
    public void Parse_refuses_what_is_no_UTF_8()
    {
        var latin = Encoding.Latin1.GetBytes("{\"label\":\"caf\u00e9\"}");

        Assert.That(() => StoreDocument.Parse(latin, "p"), Fails.With(ErrorCode.StoreDamaged));
    }

    [Test]
    public void Parse_tolerates_a_byte_order_mark()
    {
        using var document = StoreDocument.Parse("\uFEFF{\"a\":1}"u8.ToArray(), "p");

        Assert.That(document.Bytes.Length, Is.EqualTo(7));
    }

    [TestCase("{}", false)]
    [TestCase("{\"version\":0}", false)]
    [TestCase("{\"version\":1}", false)]
    [TestCase("{\"version\":1.0}", false)]
    [TestCase("{\"version\":2}", true)]
    [TestCase("{\"version\":1.1}", true)]
    [TestCase("{\"version\":1e999}", true)]
    [TestCase("{\"version\":\"1\"}", true)]
    [TestCase("{\"version\":null}", true)]
    public void IsNewer_unless_the_version_is_one_that_is_written_here(string text, bool expected)
    {
        using var document = StoreDocument.Parse(Encoding.UTF8.GetBytes(text), "p");

        Assert.That(document.IsNewer, Is.EqualTo(expected));
    }
}
