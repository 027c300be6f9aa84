using System.Text;
using ChatAuth.Configuration;

namespace ChatAuth.Tests.Configuration;

[TestFixture]
internal sealed class ConfigurationNodeTests
{
    [TestCase("""{ "A": "1", "B": "2" }""", """{ "b": "3" }""", "A=1 B=3", Description = "texts overlay, in any case")]
    [TestCase("""{ "L": ["1", "2", "3"] }""", """{ "L": ["9"] }""", "L:0=9", Description = "a list is taken whole")]
    [TestCase("""{ "L": ["1"] }""", """{ "L": [] }""", "L=", Description = "an empty one too")]
    [TestCase("""{ "L": ["1"] }""", """{ "L": null }""", "L=(null)", Description = "a null takes it back")]
    [TestCase("""{ "L": [] }""", """{ "L": ["1"] }""", "L:0=1", Description = "over an empty one")]
    [TestCase("""{ "L": [{ "Id": "a", "X": "1" }] }""", """{ "L": [{ "Id": "b" }] }""", "L:0:Id=b", Description = "entries do not mix")]
    [TestCase("""{ "S": { "L": ["1"], "A": "1" } }""", """{ "S": { "A": "2" } }""", "S:A=2 S:L:0=1", Description = "beside a list")]
    [TestCase("""{ "S": { "A": "1" } }""", """{ "S": {} }""", "S:A=1", Description = "an empty section says nothing")]
    [TestCase("""{ "A": "1" }""", """{ "A": null }""", "A=(null)", Description = "a null takes a text back")]
    [TestCase("""{ "A": "1" }""", """{ }""", "A=1", Description = "silence")]
    public void Layer_over_another_gives(string lower, string upper, string expected)
    {
        var merged = Read(lower).Under(Read(upper));

        Assert.That(string.Join(' ', merged.Leaves().Select(leaf => $"{leaf.Key}={leaf.Value ?? "(null)"}")), Is.EqualTo(expected));
    }

    [Test]
    public void List_of_the_topmost_layer_wins_over_all()
    {
        ConfigurationNode[] layers = [Read("""{ "L": ["1", "2"] }"""), Read("""{ "L": ["3"] }"""), Read("""{ "A": "x" }""")];

        var merged = layers.Aggregate((lower, upper) => lower.Under(upper));

        Assert.That(merged.Find("L", "0"), Is.EqualTo("3"));
        Assert.That(merged.Find("L", "1"), Is.Null);
    }

    [Test]
    public void Find_of_what_is_not_there_is_null()
    {
        var node = Read("""{ "A": { "B": "1" } }""");

        Assert.That((node.Find("a", "b"), node.Find("A"), node.Find("A", "B", "C")), Is.EqualTo(("1", (string?)null, (string?)null)));
    }

    private static ConfigurationNode Read(string json) => ConfigurationNode.Read(
        ConfigurationLayers.LoadJson(new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "ChatAuth": {{json}} }"""))), "ChatAuth");
}
