using System.Text.Json.Nodes;
using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>Whose words are a command, and in which form they may come.</summary>
internal sealed class TelegramSenderTests : TelegramScenario
{
    private FakeChat _group = null!;
    private FakeUser _ann = null!;

    [SetUp]
    public async Task OpenGroup()
    {
        _group = await OpenGroupAsync(Server.AddSupergroup("Engineering"));
        _group.BotIsAdmin = true;
        _ann = Server.AddPerson("Ann");
    }

    [Test]
    public async Task Command_below_a_file_is_obeyed()
    {
        _group.SendDocument(_ann, "/model sonnet");
        await Stage.SettleAsync();

        Assert.That(await Stage.ModelAsync(_group), Is.EqualTo("claude-sonnet-4-5"));
    }

    [Test]
    public async Task Edit_is_never_obeyed()
    {
        var message = await Stage.SayAsync(_group, _ann, "/model gpt");

        _group.Edit(message, "/model sonnet");
        await Stage.SettleAsync();

        Assert.That(await Stage.ModelAsync(_group), Is.EqualTo("gpt-5.2"));
    }

    [Test]
    public async Task Forward_is_never_obeyed()
    {
        var (ann, chat) = await Stage.OwnerAsync();

        chat.Forward(ann, Server.AddPerson("Bob"), "/model sonnet");
        await Stage.SettleAsync();

        Assert.That(await Stage.ModelAsync(chat), Is.Null);
        Assert.That(World.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Forward_in_private_is_a_question()
    {
        var (ann, chat) = await Stage.OwnerAsync();

        chat.Forward(ann, Server.AddPerson("Bob"), "What does this mean?");
        await Stage.SettleAsync();

        Assert.That(Stage.Served, Is.EqualTo(new[] { "anthropic:work: What does this mean?" }));
    }

    [Test]
    public async Task Those_who_stand_in_for_nobody_are_left_alone()
    {
        _group.WriteAnonymously("/model sonnet");
        _group.WriteAsChannel("/model sonnet");
        _group.RelayFromChannel("/model sonnet");
        _group.Write(Server.AddBot("OtherBot"), "/model sonnet");
        Server.Deliver("message", ViaBot(_ann, "/model sonnet"));
        await Stage.SettleAsync();

        Assert.That(_group.BotMessages, Is.Empty);
        Assert.That(await Stage.ModelAsync(_group), Is.Null);
    }

    [Test]
    public async Task Secret_in_an_edit_is_deleted()
    {
        var message = await Stage.SayAsync(_group, _ann, "wait");

        _group.Edit(message, $"here: {Canary.ApiKey}");
        await Stage.SettleAsync();

        Assert.That(message.IsDeleted);
        Assert.That(_group.LastMessage.Text, Does.Contain("secret-in-message"));
    }

    [Test]
    public async Task Secret_in_a_caption_a_poll_or_a_file_s_name_is_deleted()
    {
        FakeMessage[] messages =
        [
            _group.SendDocument(_ann, $"key {Canary.ApiKey}"),
            _group.WritePoll(_ann, "Which?", "this", Canary.ApiKey),
            _group.SendDocument(_ann, "see", $"{Canary.ApiKey}.txt"),
        ];
        await Stage.SettleAsync();

        Assert.That(messages.Where(message => !message.IsDeleted), Is.Empty);
    }

    [TestCase("/new {0}")]
    [TestCase("/start {0}")]
    [TestCase("/help {0}")]
    public async Task Secret_in_a_command_of_every_bot_is_deleted(string command)
    {
        var (ann, chat) = await Stage.OwnerAsync();

        var message = await Stage.SayAsync(chat, ann, command.Replace("{0}", Canary.ApiKey, StringComparison.Ordinal));

        Assert.That(message.IsDeleted);
        Assert.That(chat.LastMessage.Text, Does.Contain("secret-in-message"));
    }

    [Test]
    public async Task Secret_that_may_not_be_deleted_is_refused_all_the_same()
    {
        var group = await OpenGroupAsync(Server.AddGroup("Others"));

        await Stage.SayAsync(group, _ann, $"/model {Canary.ApiKey}");

        Assert.That(group.LastMessage.Text, Does.Contain("secret-in-message"));
        Assert.That(Server.Requests.SelectMany(request => Canary.FoundIn(request.Body.ToJsonString())), Is.Empty);
    }

    private JsonObject ViaBot(FakeUser person, string text) => new()
    {
        ["message_id"] = 5000,
        ["date"] = World.Time.GetUtcNow().ToUnixTimeSeconds(),
        ["chat"] = new JsonObject { ["id"] = _group.Id, ["type"] = "supergroup", ["title"] = _group.Title },
        ["from"] = User(person),
        ["via_bot"] = User(Server.AddBot("InlineBot")),
        ["text"] = text,
        ["entities"] = new JsonArray(new JsonObject { ["type"] = "bot_command", ["offset"] = 0, ["length"] = 6 }),
    };

    private static JsonObject User(FakeUser user) => new() { ["id"] = user.Id, ["is_bot"] = user.IsBot, ["first_name"] = user.FirstName };
}
