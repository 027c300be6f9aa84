using System.Text;
using System.Text.Json.Nodes;
using ChatAuth.Channels.Discord;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>What an interaction says of who did what where.</summary>
internal sealed class DiscordInteractionReaderTests
{
    private const string Id = "1478000000000000001";

    private static JsonObject Command(string name = "model", params (string Name, JsonNode Value)[] options) => new()
    {
        ["id"] = Id, ["application_id"] = "11", ["type"] = 2, ["token"] = "FAKE", ["guild_id"] = "22", ["context"] = 0,
        ["channel"] = new JsonObject { ["id"] = "33", ["type"] = 0, ["parent_id"] = "44" },
        ["member"] = new JsonObject { ["user"] = new JsonObject { ["id"] = "55" }, ["roles"] = new JsonArray("66", "not a number") },
        ["authorizing_integration_owners"] = new JsonObject { ["0"] = "22" },
        ["data"] = new JsonObject { ["name"] = name, ["options"] = new JsonArray([.. options.Select(option => (JsonNode)new JsonObject { ["name"] = option.Name, ["value"] = option.Value })]) },
    };

    private static DiscordEvent Read(JsonObject json) => DiscordInteractionReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static T Read<T>(JsonObject json) where T : DiscordEvent => (T)Read(json);

    [Test]
    public void Command_is_its_persons_in_its_channel_with_the_moment_that_its_id_has()
    {
        var context = Read<DiscordEvent.Typed>(Command()).Context;

        Assert.That(context.Asker.Person, Is.EqualTo(new Person("discord", 55)));
        Assert.That(context.Asker.Conversation, Is.EqualTo(new SessionKey("discord", "11", "33")));
        Assert.That((context.Asker.Space, context.Asker.IsPrivate), Is.EqualTo(("22", false)));
        Assert.That(context.Asker.Roles, Is.EqualTo(new long[] { 66 }));
        Assert.That(context.SentAt, Is.EqualTo(Snowflake.MomentOf(1478000000000000001)));
        Assert.That(context, Is.EqualTo(context with { Cause = new ChangeCause($"discord:11:{Id}"), Sequence = 1478000000000000001, HasButtons = true, ChoicesAPage = 25 }));
    }

    [Test]
    public void Thread_is_one_of_its_channel()
    {
        var json = Command();
        json["channel"]!["type"] = 11;

        Assert.That(Read<DiscordEvent.Typed>(json).Context.Asker.Conversation, Is.EqualTo(new SessionKey("discord", "11", "44", "33")));
    }

    [TestCase("""{"1":"55"}""")]
    [TestCase("null")]
    public void Guild_that_is_not_known_to_have_let_the_application_in_gives_no_rights(string owners)
    {
        var json = Command();
        json["authorizing_integration_owners"] = JsonNode.Parse(owners);

        var asker = Read<DiscordEvent.Typed>(json).Context.Asker;

        Assert.That((asker.Space, asker.Roles!.Count), Is.EqualTo(((string?)null, 0)));
    }

    [TestCase(1, true)]
    [TestCase(2, false)]
    public void Direct_conversation_is_private_with_the_bot_only(int context, bool isPrivate)
    {
        var json = Command();
        json.Remove("guild_id");
        json.Remove("member");
        json["user"] = new JsonObject { ["id"] = "55" };
        json["context"] = context;

        var typed = Read<DiscordEvent.Typed>(json);

        Assert.That((typed.Context.Asker.IsPrivate, typed.Place.IsShared), Is.EqualTo((isPrivate, !isPrivate)));
    }

    [Test]
    public void Options_are_a_line()
    {
        var typed = Read<DiscordEvent.Typed>(Command("model", ("choice", "opus@work"), ("for", "2h"), ("public", true)));

        Assert.That((typed.Line.Text, typed.Context.Visibility), Is.EqualTo(("/model opus@work for 2h", Visibility.Public)));
    }

    [TestCase(null, "/model")]
    [TestCase("status", "/model status")]
    public void Without_options_it_is_the_command_alone(string? choice, string text)
    {
        var typed = Read<DiscordEvent.Typed>(choice is null ? Command() : Command("model", ("choice", choice)));

        Assert.That((typed.Line.Text, typed.Context.Visibility), Is.EqualTo((text, Visibility.Private)));
    }

    [TestCase("opus", null, "/model opus")]
    [TestCase("opus ?", null, "/model opus ?")]
    [TestCase("opus ? ", "2h", "/model opus for 2h ?")]
    [TestCase("opus\t?", "2h", "/model opus for 2h ?")]
    [TestCase("opus?", "2h", "/model opus? for 2h")]
    [TestCase("?", "2h", "/model ? for 2h")]
    [TestCase(null, "2h", "/model for 2h")]
    [TestCase(null, null, "/model")]
    public void Options_are_one_line_with_its_question_mark_last(string? choice, string? span, string line)
    {
        (string, JsonNode)[] options = [.. new[] { ("choice", choice), ("for", span) }.Where(option => option.Item2 is not null).Select(option => (option.Item1, (JsonNode)option.Item2!))];

        Assert.That(Read<DiscordEvent.Typed>(Command("model", options)).Line.Text, Is.EqualTo(line));
    }

    [Test]
    public void Question_is_for_all()
    {
        var asked = Read<DiscordEvent.Asked>(Command("ask", ("prompt", "/why?"), ("with", "opus")));

        Assert.That((asked.Prompt, asked.With, asked.Context.Visibility), Is.EqualTo(("/why?", "opus", Visibility.Public)));
    }

    [TestCase(DiscordMessage.Ephemeral, Visibility.Private)]
    [TestCase(0, Visibility.Public)]
    public void Tap_is_seen_by_those_who_see_its_message_and_takes_no_place_among_commands(int flags, Visibility visibility)
    {
        var json = Command();
        (json["type"], json["message"]) = (3, new JsonObject { ["flags"] = flags });
        json["data"] = new JsonObject { ["custom_id"] = "menu:0", ["values"] = new JsonArray("FAKE-token") };

        var tapped = Read<DiscordEvent.Tapped>(json);

        Assert.That((tapped.Token, tapped.Context.Visibility, tapped.Context.Sequence), Is.EqualTo(("FAKE-token", visibility, (long?)null)));
    }

    [TestCase("options", "model", 2)]
    [TestCase("options", "ask", 2)]
    [TestCase("options", "model", 4)]
    [TestCase("values", "model", 3)]
    public void List_that_holds_null_is_read(string list, string name, int type)
    {
        var json = Command(name);
        json["type"] = type;
        json["data"] = new JsonObject { ["name"] = name, ["custom_id"] = "menu:0", [list] = new JsonArray([null]) };
        json["member"]!["roles"] = new JsonArray([null]);

        Assert.That(() => Read(json), Throws.Nothing);
    }

    [Test]
    public void Program_is_no_person()
    {
        var json = Command();
        json["member"]!["user"]!["bot"] = true;

        Assert.That(Read(json), Is.InstanceOf<DiscordEvent.Nothing>());
    }

    [TestCase("id", "0")]
    [TestCase("id", "-5")]
    [TestCase("id", "x")]
    [TestCase("channel", null)]
    [TestCase("data", null)]
    [TestCase("member", null)]
    public void What_lacks_what_it_must_have_is_nothing(string field, string? value)
    {
        var json = Command();
        json[field] = value;

        Assert.That(Read(json), Is.InstanceOf<DiscordEvent.Nothing>());
    }

    [TestCase("application_id")]
    [TestCase("token")]
    public void What_nobody_could_answer_is_nothing(string missing)
    {
        var json = Command();
        json.Remove(missing);

        Assert.That(Read(json), Is.InstanceOf<DiscordEvent.Nothing>());
    }

    [Test]
    public void No_event_shows_what_was_typed_or_its_token()
    {
        var typed = Read<DiscordEvent.Typed>(Command("model", ("choice", "sk-ant-api03-FAKE")));

        Assert.That($"{typed} {typed.Place}", Does.Not.Contain("FAKE"));
    }
}
