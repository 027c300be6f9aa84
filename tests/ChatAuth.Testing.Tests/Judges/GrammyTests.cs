using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatAuth.Testing.Telegram;
using ChatAuth.Testing.Tests.Telegram;

namespace ChatAuth.Testing.Tests.Judges;

/// <summary>A bot of a library that knows nothing of us takes the fake for Telegram.</summary>
[TestFixture("polling")]
[TestFixture("webhook")]
internal sealed class GrammyTests(string mode) : FakeTelegramTest
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private NodeJudge? _judge;

    protected override FakeTelegramOptions Options => new() { FloodLimit = false };

    [SetUp]
    public async Task StartJudgeAsync() =>
        _judge = await NodeJudge.StartAsync("grammy", $"{Server.BaseUrl}".TrimEnd('/'), Server.Token, mode);

    [TearDown]
    public void StopJudge() => _judge?.Dispose();

    [Test]
    public async Task Text_is_read_and_answered()
    {
        var asked = Chat.Write("hello @someone there");
        var answered = await Chat.WaitForReplyAsync(asked);
        Chat.Edit(asked, "hello again");

        var saw = await FinishAsync();

        Assert.That(answered.Text, Is.EqualTo("You said: hello @someone there"));
        Assert.That(answered.ReplyTo, Is.SameAs(asked));
        Assert.That(Chat.Actions.Single().Action, Is.EqualTo("typing"));
        Assert.That(Text(saw["texts"]![0]), Is.EqualTo($$"""{"text":"hello @someone there","entities":["mention"],"from":{{Ada.Id}},"chat":"private"}"""));
        Assert.That(Text(saw["reply"]), Is.EqualTo($$"""{"id":{{answered.Id}},"to":{{asked.Id}},"from":"{{Server.BotUsername}}"}"""));
        Assert.That(Text(saw["edits"]), Is.EqualTo("""["hello again"]"""));
    }

    [Test]
    public async Task Menu_is_shown_tapped_answered_and_edited()
    {
        var menu = await Chat.WaitForReplyAsync(Chat.Write("/menu please"));
        var labels = menu.Buttons.Select(button => button.Text).ToList();
        var bold = menu.Entities.Single();
        var tap = Chat.TapLabel(Ada, menu, "Sonnet");
        var answer = await tap.WaitForAnswerAsync();
        await menu.WaitForAsync(message => message.EditCount == 1);

        var saw = await FinishAsync();

        Assert.That(labels, Is.EqualTo(new[] { "Opus", "Sonnet", "Help" }));
        Assert.That(bold, Is.EqualTo(new FakeEntity("bold", 6, 5)));
        Assert.That(answer, Is.EqualTo(new CallbackAnswer("You chose sonnet", true, answer.Time)));
        Assert.That(menu.Text, Is.EqualTo("Chosen: sonnet"));
        Assert.That(menu.Keyboard, Is.Empty);
        Assert.That(Text(saw["commands"]), Is.EqualTo("""[{"name":"menu","match":"please","thread":null}]"""));
        Assert.That(Text(saw["taps"]), Is.EqualTo($$"""[{"data":"pick:sonnet","model":"sonnet","by":{{Ada.Id}},"shown":"Which model?"}]"""));
        Assert.That(Refusal(saw, "sameEdit"), Does.StartWith("400 Bad Request: message is not modified: "));
        Assert.That(Refusal(saw, "secondAnswer"), Is.EqualTo("400 Bad Request: query is too old and response timeout expired or query ID is invalid"));
    }

    [Test]
    public async Task Commands_are_set_and_read_by_scope()
    {
        await Chat.WaitForReplyAsync(Chat.Write("/commands"));

        var saw = await FinishAsync();

        Assert.That(Text(saw["menu"]), Is.EqualTo("""[{"command":"model","description":"Choose the model"}]"""));
        Assert.That(Text(saw["defaultMenu"]), Is.EqualTo("[]"));
        Assert.That(Refusal(saw, "badCommand"), Is.EqualTo("400 Bad Request: BOT_COMMAND_INVALID"));
    }

    [Test]
    public async Task Refusals_arrive_with_their_fields()
    {
        var blocked = Server.PrivateChat(Server.AddPerson("Bob")).AlreadyOpen();
        blocked.Block();
        var group = Server.AddGroup("Group");
        var supergroup = group.MigrateToSupergroup(Ada, MigrationOrder.Silent);
        var asked = Chat.Write($"/refusals 12345 {blocked.Id} {group.Id}");

        var saw = await FinishAsync(asked);

        Assert.That(Refusal(saw, "unknown"), Is.EqualTo("400 Bad Request: chat not found"));
        Assert.That(Refusal(saw, "blocked"), Is.EqualTo("403 Forbidden: bot was blocked by the user"));
        Assert.That(Refusal(saw, "migrated"), Is.EqualTo("400 Bad Request: group chat was upgraded to a supergroup chat"));
        Assert.That(Text(saw["refusals"]!["migrated"]!["parameters"]), Is.EqualTo($$"""{"migrate_to_chat_id":{{supergroup.Id}}}"""));
        Assert.That(Refusal(saw, "long"), Is.EqualTo("400 Bad Request: message is too long"));
        Assert.That(Refusal(saw, "token"), Is.EqualTo("401 Unauthorized"));
    }

    [Test]
    public async Task Flood_wait_arrives_with_its_seconds()
    {
        Server.Faults.Flood(7, Chat, "sendMessage");
        var asked = Chat.Write("/refusals 1 2 3");
        await Chat.WaitForReplyAsync(asked);

        var saw = await FinishAsync();

        var first = new[] { "long", "flood" }.Select(name => saw["refusals"]![name]!).First(refusal => $"{refusal["code"]}" == "429");
        Assert.That($"{first["description"]}", Is.EqualTo("Too Many Requests: retry after 7"));
        Assert.That(Text(first["parameters"]), Is.EqualTo("""{"retry_after":7}"""));
    }

    [Test]
    public async Task Two_ways_of_updates_are_in_conflict()
    {
        if (mode == "webhook") await Chat.WaitForReplyAsync(Chat.Write("/refusals 1 2 3"));

        var saw = await FinishAsync();

        var conflict = mode == "polling" ? saw["conflict"]! : saw["refusals"]!["poll"]!;
        Assert.That($"{conflict["code"]} {conflict["method"]}", Is.EqualTo("409 getUpdates"));
        Assert.That($"{conflict["description"]}", Is.EqualTo(mode == "polling"
            ? "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
            : "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"));
    }

    /// <summary>Every update came once, in order unless webhooks deliver side by side, and nobody asked for anything that is not in the specification.</summary>
    private async Task<JsonNode> FinishAsync(FakeMessage? after = null)
    {
        if (after is not null) await Chat.WaitForReplyAsync(after);
        await Chat.WaitForReplyAsync(Chat.Write("/finish"));
        var saw = await _judge!.SawAsync();
        var sent = Server.Updates.Select(update => (long)JsonNode.Parse(update)!["update_id"]!);
        var came = saw["ids"]!.AsArray().Select(id => (long)id!);
        Assert.That(mode == "polling" ? came : came.Order(), Is.EqualTo(sent));
        Assert.That($"{saw["me"]!["username"]}", Is.EqualTo(Server.BotUsername));
        Assert.That(Server.Defects, Is.Empty);
        return saw;
    }

    private static string Refusal(JsonNode saw, string name) => $"{saw["refusals"]![name]!["code"]} {saw["refusals"]![name]!["description"]}";

    private static string Text(JsonNode? node) => node?.ToJsonString(Relaxed) ?? "";
}
