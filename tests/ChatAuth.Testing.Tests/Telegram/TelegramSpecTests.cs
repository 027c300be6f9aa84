using System.Text.Json.Nodes;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Testing.Tests.Telegram;

/// <summary>What is held against a specification, with a small one.</summary>
internal sealed class TelegramSpecTests
{
    private static readonly TelegramSpec Spec = TelegramSpec.Parse("""
        {
          "methods": {
            "send": { "fields": [
              { "name": "to", "types": ["Integer", "String"], "required": true },
              { "name": "rows", "types": ["Array of Array of Button"], "required": false },
              { "name": "loud", "types": ["Boolean"], "required": false } ] },
            "look": { "returns": ["Boolean"] }
          },
          "types": {
            "Button": { "fields": [ { "name": "text", "types": ["String"], "required": true }, { "name": "does", "types": ["Deed"], "required": false } ] },
            "Deed": { "subtypes": ["Link", "Call"] },
            "Link": { "fields": [ { "name": "url", "types": ["String"], "required": true } ] },
            "Call": { "fields": [ { "name": "data", "types": ["String"], "required": true } ] }
          }
        }
        """);

    [TestCase("send", """{"to":1}""", "")]
    [TestCase("SEND", """{"to":"@x","loud":true}""", "")]
    [TestCase("send", "{}", "send: lacks to")]
    [TestCase("send", """{"to":true}""", "send.to: not of type Integer")]
    [TestCase("send", """{"to":1.5}""", "send.to: not of type Integer")]
    [TestCase("send", """{"to":1,"loud":"true"}""", "send.loud: not of type Boolean")]
    [TestCase("send", """{"to":1,"quiet":true}""", "send: unknown quiet")]
    [TestCase("send", """{"to":1,"loud":null}""", "send.loud: not of type Boolean")]
    [TestCase("send", """{"to":1,"rows":[{}]}""", "send.rows[0]: not an array")]
    [TestCase("send", """{"to":1,"rows":[[{"text":"a","does":{"data":"x"}}]]}""", "")]
    [TestCase("send", """{"to":1,"rows":[[{"text":"a"},{"text":1}]]}""", "send.rows[0][1].text: not of type String")]
    [TestCase("send", """{"to":1,"rows":[[{"text":"a","does":{"url":1}}]]}""", "send.rows[0][0].does.url: not of type String")]
    [TestCase("look", """{"at":1}""", "look: unknown at")]
    [TestCase("sned", "{}", "sned: no such method")]
    public void Request_is_held_against_it(string method, string body, string defects) =>
        Assert.That(string.Join("; ", Spec.CheckMethod(method, JsonNode.Parse(body)!.AsObject())), Is.EqualTo(defects));

    [Test]
    public void Object_is_held_against_it() =>
        Assert.That(Spec.CheckType("Button", JsonNode.Parse("""{"title":"a"}""")), Is.EqualTo(new[] { "Button: lacks text", "Button: unknown title" }));
}
