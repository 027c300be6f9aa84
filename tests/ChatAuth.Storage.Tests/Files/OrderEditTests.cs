using System.Text;
using System.Text.Json.Nodes;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Files;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Storage.Tests.Files;

public sealed class OrderEditTests
{
    private static readonly ProviderId Zai = ProviderId.Parse("zai");
    private static readonly ProfileId Work = ProfileId.Parse("zai:work");

    [Test]
    public void Apply_keeps_every_other_byte_of_a_file_in_the_originals_layout()
    {
        const string Before = """
            {
              "version": 1.0,
              "profiles": {
                "zai:work": {
                  "type": "quantum",
                  "provider": "z.ai",
                  "blob": "caf\u00e9 \/ + <é> \ud800",
                  "sizes": [
                    1E+400,
                    -0.0,
                    12345678901234567890123
                  ],
                  "none": {},
                  "nil": []
                }
              },
              "order": {
                "openai": [
                  "openai:a"
                ],
                "zai": [
                  "zai:old"
                ]
              },
              "lastGood": null
            }

            """;

        var after = Apply(Before, Work);

        Assert.That(after, Is.EqualTo(Before.Replace("zai:old", "zai:work", StringComparison.Ordinal)));
    }

    [Test]
    public void Apply_lays_a_compact_file_out_with_two_spaces()
    {
        var after = Apply("{\"version\":1,\"profiles\":{}}", Work);

        Assert.That(after, Is.EqualTo("""
            {
              "version": 1,
              "profiles": {},
              "order": {
                "zai": [
                  "zai:work"
                ]
              }
            }

            """));
    }

    [Test]
    public void Apply_replaces_every_spelling_of_the_provider_by_its_name()
    {
        var after = Apply("""{ "order": { "Z.AI": ["zai:one"], "x": [], "z-ai": 7, "\u007aai": [] } }""", Work);

        Assert.That(Parsed(after), Is.EqualTo(Parsed("""{ "order": { "zai": ["zai:work"], "x": [] } }""")));
    }

    [Test]
    public void Apply_of_nothing_removes_every_spelling_and_an_empty_order()
    {
        var after = Apply("""{ "order": { "Z.AI": ["zai:one"], "zai": [] }, "more": 1 }""");

        Assert.That(Parsed(after), Is.EqualTo(Parsed("""{ "more": 1 }""")));
    }

    [Test]
    public void Apply_of_nothing_keeps_the_orders_of_others()
    {
        var after = Apply("""{ "order": { "zai": ["zai:one"], "not a provider!": [] } }""");

        Assert.That(Parsed(after), Is.EqualTo(Parsed("""{ "order": { "not a provider!": [] } }""")));
    }

    [Test]
    public void Apply_fills_an_order_that_is_null()
    {
        var after = Apply("""{ "order": null, "more": 1 }""", Work);

        Assert.That(Parsed(after), Is.EqualTo(Parsed("""{ "order": { "zai": ["zai:work"] }, "more": 1 }""")));
    }

    [Test]
    public void Apply_touches_no_order_further_inside()
    {
        var after = Apply("""{ "profiles": { "order": { "zai": ["x"] } } }""");

        Assert.That(Parsed(after), Is.EqualTo(Parsed("""{ "profiles": { "order": { "zai": ["x"] } } }""")));
    }

    [Test]
    public void Apply_keeps_the_meaning_of_whatever_else_is_in_the_file() => Prop.ForAll(AnyJson.Objects(), extra =>
    {
        var before = new JsonObject { ["version"] = 1, ["order"] = new JsonObject { ["zai"] = new JsonArray("zai:old") }, ["extra"] = extra.DeepClone() };

        var after = JsonNode.Parse(Apply(before.ToJsonString(), Work))!;

        before["order"]!["zai"]![0] = "zai:work";
        return JsonNode.DeepEquals(after, before);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Apply_again_changes_nothing() => Prop.ForAll(AnyJson.Objects(), extra =>
    {
        var once = Apply(extra.ToJsonString(), Work);

        return Apply(once, Work) == once;
    }).QuickCheckThrowOnFailure();

    private static string Apply(string json, params ProfileId[] order)
    {
        var edited = OrderEdit.Apply(SpelledObject.Parse(Encoding.UTF8.GetBytes(json)), Zai, order);
        return Encoding.UTF8.GetString(JsonLayout.Format(edited.ToJson()).Span);
    }

    private static string Parsed(string json) => JsonNode.Parse(json)!.ToJsonString();

    private static class AnyJson
    {
        public static Arbitrary<JsonObject> Objects() => ObjectOf(depth: 3).Resize(8).ToArbitrary();

        private static Gen<JsonObject> ObjectOf(int depth) =>
            from names in Gen.ListOf(ArbMap.Default.GeneratorFor<string>().Where(name => name is not null && IsText(name)))
            from values in Gen.ArrayOf(NodeOf(depth - 1), names.Count)
            select new JsonObject(names.Zip(values, (name, value) => new KeyValuePair<string, JsonNode?>($"_{name}", value)).DistinctBy(field => field.Key));

        private static Gen<JsonNode?> NodeOf(int depth)
        {
            var leaf = Gen.OneOf(
                ArbMap.Default.GeneratorFor<string>().Where(IsText).Select(text => (JsonNode?)text),
                ArbMap.Default.GeneratorFor<NormalFloat>().Select(number => (JsonNode?)number.Item),
                ArbMap.Default.GeneratorFor<long>().Select(number => (JsonNode?)number),
                ArbMap.Default.GeneratorFor<bool>().Select(truth => (JsonNode?)truth));
            return depth == 0
                ? leaf
                : Gen.OneOf(
                    leaf,
                    ObjectOf(depth - 1).Select(node => (JsonNode?)node),
                    Gen.ListOf(leaf).Select(items => (JsonNode?)new JsonArray([.. items])));
        }

        private static bool IsText(string? text) => text is null || !text.Any(char.IsSurrogate);
    }
}
