using System.Text;
using ChatAuth.Storage.Clawdbot;

namespace ChatAuth.Storage.Tests.Clawdbot;

internal sealed class LooseJsonTests
{
    [TestCase("{ a: 1 }", """{"a":1}""")]
    [TestCase("{ 'a': 'it\\'s', \"b\": \"\\x41\\u00e9\\n\", }", """{"a":"it\u0027s","b":"A\u00E9\n"}""")]
    [TestCase("// first\n{ /* inside */ a: [1, 2, /* last */], } // end", """{"a":[1,2]}""")]
    [TestCase("[+1, -1, .5, 5., 0x1F, 1e3, Infinity, NaN, true, null]", """[1,-1,0.5,5,31,1000,null,null,true,null]""")]
    [TestCase("{ $include: './x.json5', été: \"a\\\nb\" }", """{"$include":"./x.json5","\u00E9t\u00E9":"ab"}""")]
    [TestCase("\uFEFF{}", "{}")]
    [TestCase("['\\uD800']", """["\uFFFD"]""")]
    public void Json5_is_read_as_json(string text, string json) =>
        Assert.That(Compact(text), Is.EqualTo(json));

    [TestCase("", 1)]
    [TestCase("{ a: 1\n b: 2 }", 2)]
    [TestCase("{ a: 'x\n' }", 1)]
    [TestCase("{\n\n a: sk-ant-api03-FAKE }", 3)]
    [TestCase("{ /* ", 1)]
    [TestCase("{ a: 1 } }", 1)]
    [TestCase("{ a: '\\u12", 1)]
    [TestCase("[1,,2]", 1)]
    public void What_is_no_json5_is_refused_by_its_line_alone(string text, int line) =>
        Assert.That(() => Compact(text), Throws.TypeOf<FormatException>().With.Message.EqualTo($"line {line}"));

    [Test]
    public void Nesting_without_end_is_refused() =>
        Assert.That(() => Compact(new string('[', 100_000)), Throws.TypeOf<FormatException>());

    private static string Compact(string text)
    {
        using var document = LooseJson.Parse(Encoding.UTF8.GetBytes(text));
        return System.Text.Json.JsonSerializer.Serialize(document.RootElement);
    }
}
