using ChatAuth.Testing.Discord;

namespace ChatAuth.Testing.Tests.Discord;

internal sealed class MessageRefusalTests : FakeDiscordTest
{
    private static readonly string Long = new('x', 101);

    private static IEnumerable<TestCaseData> Bad =>
    [
        Case("400 50006 Cannot send an empty message", new { content = " " }),
        Case("400 50006 Cannot send an empty message", new { components = Buttons("a") }),
        Case("400 50035 content: Must be 2000 or fewer in length.", new { content = new string('x', 2001) }),
        Case("400 50035 components: Must be between 0 and 5 in length.", With(Enumerable.Range(0, 6).Select(i => Row(Button($"{i}"))))),
        Case("400 50035 components.0.components: Must be between 1 and 5 in length.", With([Row([.. Enumerable.Range(0, 6).Select(i => Button($"{i}"))])])),
        Case("400 50035 components.0.components: Must be between 1 and 5 in length.", With([Row()])),
        Case("400 50035 components.0.components: The specified component exceeds the maximum width", With([Row(Button("a"), Select(Option("x")))])),
        Case("400 50035 components.1.components.0.custom_id: Component custom id cannot be duplicated", With([Row(Button("a")), Row(Button("a"))])),
        Case("400 50035 components.0.components.0.custom_id: Must be between 1 and 100 in length.", With([Row(Button(Long))])),
        Case("400 50035 components.0.components.0.custom_id: This field is required", With([Row(new { type = 2, style = 1, label = "x" })])),
        Case("400 50035 components.0.components.0.label: Must be 80 or fewer in length.", With([Row(new { type = 2, style = 1, label = new string('x', 81), custom_id = "a" })])),
        Case("400 50035 components.0.components.0: A button needs a label or an emoji.", With([Row(new { type = 2, style = 1, label = "", custom_id = "a" })])),
        Case("400 50035 components.0.components.0.custom_id: A link button has no custom id.", With([Row(new { type = 2, style = 5, label = "x", url = "https://example.com", custom_id = "a" })])),
        Case("400 50035 components.0.components.0.url: This field is required", With([Row(new { type = 2, style = 5, label = "x" })])),
        Case("400 50035 components.0.components.0.url: Scheme must be one of ('http', 'https', 'discord').", With([Row(new { type = 2, style = 5, label = "x", url = "javascript:1" })])),
        Case("400 50035 components.0.components.0.url: Only a link button has a url.", With([Row(new { type = 2, style = 1, label = "x", custom_id = "a", url = "https://example.com" })])),
        Case("400 50035 components.0.components.0.options: Must be between 1 and 25 in length.", With([Row(Select())])),
        Case("400 50035 components.0.components.0.options: Must be between 1 and 25 in length.", With([Row(Select([.. Enumerable.Range(0, 26).Select(i => Option($"{i}"))]))])),
        Case("400 50035 components.0.components.0.options.1.value: The specified option value is already used", With([Row(Select(Option("x"), Option("x")))])),
        Case("400 50035 components.0.components.0.options.0.label: Must be between 1 and 100 in length.", With([Row(Select(new { label = Long, value = "x" }))])),
        Case("400 50035 components.0.components.0.options.0.value: Must be between 1 and 100 in length.", With([Row(Select(new { label = "x", value = Long }))])),
        Case("400 50035 components.0.components.0.options.0.description: Must be 100 or fewer in length.", With([Row(Select(new { label = "x", value = "x", description = Long }))])),
        Case("400 50035 components.0.components.0.placeholder: Must be 150 or fewer in length.", With([Row(new { type = 3, custom_id = "m", placeholder = new string('x', 151), options = new[] { Option("x") } })])),
        Case("400 50035 components.0.type: Value of field \"type\" must be one of (1,).", With([new { type = 10, content = "x" }])),
        Case("400 50035 message_reference: Unknown message", new { content = "x", message_reference = new { message_id = "1" } }),
    ];

    [TestCaseSource(nameof(Bad))]
    public async Task<string> Bad_message_is_refused(object message)
    {
        var refusal = await AppClient.RefusalAsync(App.MessageAsync(Channel, message));

        Assert.That(Channel.Messages, Is.Empty);
        return refusal;
    }

    [Test]
    public async Task Message_at_every_limit_is_taken()
    {
        var options = Enumerable.Range(0, 25).Select(i => new { label = new string('l', 100), value = $"{i}".PadLeft(100, 'v'), description = new string('d', 100) }).ToArray();
        var message = new
        {
            content = new string('x', 2000),
            components = new object[]
            {
                Row([.. Enumerable.Range(0, 5).Select(i => new { type = 2, style = 1, label = new string('l', 80), custom_id = $"{i}".PadLeft(100, 'c') })]),
                Row(new { type = 3, custom_id = "menu", placeholder = new string('p', 150), options }),
                Row(Button("a")), Row(Button("b")), Row(new { type = 2, style = 5, label = "link", url = "https://example.com" }),
            },
        };

        Assert.That(await AppClient.RefusalAsync(App.MessageAsync(Channel, message)), Is.EqualTo("done"));
        Assert.That(Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Message_of_one_nonce_is_made_once()
    {
        var message = new { content = "x", nonce = "one", enforce_nonce = true };
        await App.MessageAsync(Channel, message);
        await App.MessageAsync(Channel, message);
        var once = Channel.Messages.Count;
        Time.Advance(FakeDiscordLimits.NonceLife);
        await App.MessageAsync(Channel, message);

        Assert.That((once, Channel.Messages.Count), Is.EqualTo((1, 2)));
        Assert.That(Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Message_names_whom_it_pings()
    {
        await App.MessageAsync(Channel, new { content = $"@everyone <@{Ada.Id}> <@&7>", allowed_mentions = new { parse = new[] { "users" } } });
        await App.MessageAsync(Channel, new { content = $"@everyone <@{Ada.Id}>", allowed_mentions = new { parse = Array.Empty<string>() } });
        await App.MessageAsync(Channel, new { content = "@everyone" });

        Assert.That(Channel.Messages.Select(message => string.Join(',', message.Pings)), Is.EqualTo(new[] { Ada.Id, "", "everyone" }));
    }

    [Test]
    public async Task Message_of_the_bot_is_never_for_one_person()
    {
        await App.MessageAsync(Channel, new { content = "Secret", flags = 64 });

        Assert.That(Channel.SeenBy(Bob).Single().Content, Is.EqualTo("Secret"));
        Assert.That(Server.Defects.Single(), Does.Contain("cannot be for one person"));
    }

    [Test]
    public async Task Message_goes_only_where_the_bot_may_write()
    {
        var closed = Guild.AddChannel("closed");
        closed.BotMayWrite = false;
        var blocked = Server.DirectMessages(Ada);
        blocked.BotMayWrite = false;
        var elsewhere = Server.AddGuild("Elsewhere");
        elsewhere.HasBot = false;

        Assert.That(await AppClient.RefusalAsync(App.MessageAsync(closed, new { content = "x" })), Is.EqualTo("403 50013 Missing Permissions"));
        Assert.That(await AppClient.RefusalAsync(App.MessageAsync(blocked, new { content = "x" })), Is.EqualTo("403 50007 Cannot send messages to this user"));
        Assert.That(await AppClient.RefusalAsync(App.MessageAsync(elsewhere.AddChannel("x"), new { content = "x" })), Is.EqualTo("403 50001 Missing Access"));
        Assert.That(await AppClient.RefusalAsync(App.SendAsync(HttpMethod.Post, "channels/1/messages", new { content = "x" })), Is.EqualTo("404 10003 Unknown Channel"));
    }

    private static TestCaseData Case(string refusal, object message) => new TestCaseData(message).Returns(refusal);

    private static object With(IEnumerable<object> rows) => new { content = "x", components = rows.ToArray() };

    private static object Button(string id) => new { type = 2, style = 1, label = "x", custom_id = id };

    private static object Select(params object[] options) => new { type = 3, custom_id = "menu", options };

    private static object Option(string value) => new { label = "x", value };
}
