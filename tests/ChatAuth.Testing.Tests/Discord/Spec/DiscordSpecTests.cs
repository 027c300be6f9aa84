using System.Text.Json.Nodes;
using ChatAuth.Testing.Discord.Spec;

namespace ChatAuth.Testing.Tests.Discord.Spec;

internal sealed class DiscordSpecTests
{
    private static readonly DiscordSpec Spec = DiscordSpec.Parse("""
        {"paths":{"/things":{"post":{
            "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}},
            "responses":{"200":{"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Id"}}}}},"204":{}}}}},
         "components":{"schemas":{
            "Id":{"type":"string","pattern":"^[0-9]+$"},
            "Button":{"type":"object","properties":{"type":{"type":"integer","enum":[2]},"label":{"type":["string","null"],"maxLength":3}},"required":["type"]},
            "Menu":{"type":"object","properties":{"type":{"const":3},"options":{"type":"array","minItems":1,"maxItems":2,"uniqueItems":true}},"required":["type","options"]},
            "Thing":{"type":"object","properties":{
                "id":{"$ref":"#/components/schemas/Id"},
                "count":{"type":"integer","minimum":1,"maximum":3},
                "names":{"type":"object","additionalProperties":{"type":"string","minLength":1}},
                "part":{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/Button"},{"$ref":"#/components/schemas/Menu"}]}}}}}}
        """);

    [TestCase("""{"id":"1","count":3,"names":{"a":"b"},"part":null}""", "")]
    [TestCase("""{"part":{"type":2,"label":null}}""", "")]
    [TestCase("""{"id":"x"}""", "POST /things.id: not like ^[0-9]+$")]
    [TestCase("""{"id":1}""", "POST /things.id: not of type string")]
    [TestCase("""{"count":0}""", "POST /things.count: less than 1")]
    [TestCase("""{"count":4}""", "POST /things.count: more than 3")]
    [TestCase("""{"count":1.5}""", "POST /things.count: not of type integer")]
    [TestCase("""{"names":{"a":""}}""", "POST /things.names.a: shorter than 1")]
    [TestCase("""{"other":1}""", "POST /things: unknown other")]
    [TestCase("""{"part":{"type":2,"label":"long"}}""", "POST /things.part.label: longer than 3")]
    [TestCase("""{"part":{"type":3,"options":[]}}""", "POST /things.part.options: fewer than 1")]
    [TestCase("""{"part":{"type":3,"options":[1,2,3]}}""", "POST /things.part.options: more than 2")]
    [TestCase("""{"part":{"type":3,"options":[1,1]}}""", "POST /things.part.options: one item twice")]
    [TestCase("""{"part":{"type":3}}""", "POST /things.part: lacks options")]
    [TestCase("[]", "POST /things: not of type object")]
    public void Request_is_held_against_its_schema(string body, string defects) =>
        Assert.That(string.Join("; ", Spec.CheckRequest("POST /things", JsonNode.Parse(body))), Is.EqualTo(defects));

    [Test]
    public void Answer_is_held_against_its_status()
    {
        Assert.That(Spec.CheckAnswer("POST /things", 200, JsonNode.Parse("""["1"]""")), Is.Empty);
        Assert.That(Spec.CheckAnswer("POST /things", 200, JsonNode.Parse("""["x"]""")), Has.Count.EqualTo(1));
        Assert.That(Spec.CheckAnswer("POST /things", 204, null), Is.Empty);
        Assert.That(Spec.CheckAnswer("POST /things", 201, null), Is.EqualTo(new[] { "POST /things: never answers 201" }));
    }

    [Test]
    public void Unknown_request_is_a_defect() =>
        Assert.That(Spec.CheckRequest("GET /nothing", null), Is.EqualTo(new[] { "GET /nothing: no such request" }));
}
