using System.Text;
using System.Text.Json;
using ChatAuth.Channels.Conversations;
using ChatAuth.Channels.Telegram;
using ChatAuth.Core;
using ChatAuth.Core.Commands;
using ChatAuth.Testing.Contracts.Channels.Telegram;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>What is taken of what a client library received: ours, and nothing of the bot's own.</summary>
internal sealed class TelegramLibraryIntakeTests
{
    private const string Token = "FAKE-FAKE-FAKE-FAKE-FAKE-FAKE-FAKE-FAKE-FAKE-FAKE-FAKE-FAKE-FAK";
    private const string Me = """{"id":7,"is_bot":true,"first_name":"Bot","username":"FakeBot"}""";

    private Mock<IChatAuth> _chatAuth = null!;
    private ScriptedSender _sender = null!;

    [SetUp]
    public void SetUp()
    {
        _chatAuth = new(MockBehavior.Strict);
        _sender = new ScriptedSender(new FakeTime()).Answers(new TelegramAnswer.Done(JsonElement.Parse(Me)));
    }

    [TestCase("/start")]
    [TestCase("/model@SomeOtherBot")]
    [TestCase("hello")]
    public async Task Text_of_the_bots_own_is_not_touched(string text)
    {
        await using var world = World();

        Assert.That(await TakeAsync(world, Message(text)), Is.False);
        _chatAuth.VerifyNoOtherCalls();
    }

    [Test]
    public async Task Forwarded_command_is_not_touched()
    {
        await using var world = World();

        Assert.That(await TakeAsync(world, Message("/model").Replace("\"text\"", "\"forward_origin\":{},\"text\"")), Is.False);
    }

    [TestCase("rain", false)]
    [TestCase(Token, true)]
    public async Task Tap_is_taken_by_the_form_of_what_it_hands_back(string data, bool isOurs)
    {
        await using var world = World();
        _chatAuth.Setup(chat => chat.TapAsync(It.IsAny<CommandContext>(), data, It.IsAny<CancellationToken>())).ReturnsAsync(new HandleResult.Ignored());

        var isTaken = await TakeAsync(world, Tap(data));
        await TelegramIdle.ReachAsync(world.Services);

        Assert.That(isTaken, Is.EqualTo(isOurs));
        Assert.That(_chatAuth.Invocations, Has.Count.EqualTo(isOurs ? 1 : 0));
    }

    [Test]
    public async Task Bot_that_has_nothing_of_its_own_leaves_nothing()
    {
        await using var world = World(isOnlyBot: true);
        _chatAuth.Setup(chat => chat.HandleAsync(It.IsAny<CommandContext>(), "hello", It.IsAny<CancellationToken>())).ReturnsAsync(new HandleResult.Ignored());

        var isTaken = await TakeAsync(world, Message("hello"));
        await TelegramIdle.ReachAsync(world.Services);

        Assert.That(isTaken, Is.True);
        _chatAuth.Verify(chat => chat.HandleAsync(It.IsAny<CommandContext>(), "hello", It.IsAny<CancellationToken>()));
    }

    [TestCase("/weather")]
    [TestCase("hello")]
    [TestCase("https://example.com/a")]
    public async Task Text_that_no_bots_commands_begin_is_the_bots_own_without_asking_who_it_is(string text)
    {
        await using var world = World();

        Assert.That(await TakeAsync(world, Message(text)), Is.False);
        Assert.That(_sender.Sent, Is.Empty);
    }

    [Test]
    public async Task Foreign_tap_is_the_bots_own_without_asking_who_it_is()
    {
        await using var world = World();

        Assert.That(await TakeAsync(world, Tap("rain")), Is.False);
        Assert.That(_sender.Sent, Is.Empty);
    }

    private static IEnumerable<string> PerhapsOurs =>
    [
        Message("/model"),
        Message("@FakeBot /model"),
        Message("/opus hello"),
        Message("/model").Replace("\"text\"", "\"caption\""),
        Message("").Replace("\"text\":\"\"", "\"migrate_to_chat_id\":-100"),
        Message("").Replace("\"text\":\"\"", "\"migrate_from_chat_id\":-5"),
        Tap(Token),
    ];

    [TestCaseSource(nameof(PerhapsOurs))]
    public async Task Nothing_is_said_of_what_may_be_ours_before_telegram_says_who_the_bot_is(string update)
    {
        _sender = new ScriptedSender(new FakeTime()).Answers(new TelegramAnswer.Refused(401, "Unauthorized"));
        await using var world = World();

        Assert.That(await TakeAsync(world, update), Is.Null);
        _chatAuth.VerifyNoOtherCalls();
    }

    [Test]
    public async Task Nothing_is_said_of_any_update_of_a_bot_that_has_nothing_of_its_own()
    {
        _sender = new ScriptedSender(new FakeTime()).Answers(new TelegramAnswer.Refused(401, "Unauthorized"));
        await using var world = World(isOnlyBot: true);

        Assert.That(await TakeAsync(world, Message("hello")), Is.Null);
    }

    [Test]
    public async Task Stop_waits_once_for_updates_with_and_without_a_number()
    {
        await using var world = World();
        _chatAuth.Setup(chat => chat.HandleAsync(It.IsAny<CommandContext>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns(async (CommandContext _, string _, CancellationToken stop) =>
            {
                await Task.Delay(Timeout.Infinite, stop);
                return new HandleResult.Ignored();
            });
        await TakeAsync(world, Message("/model"));
        await TakeAsync(world, Message("/model").Replace("\"update_id\":1,", ""));

        var stopped = world.Services.GetRequiredService<TelegramLibraryIntake>().StoppedAsync(default);
        world.Time.Advance(StopGrace.Length);

        Assert.That(() => stopped.WaitAsync(TimeSpan.FromSeconds(15)), Throws.Nothing);
    }

    private static string Tap(string data) => $$$"""{"update_id":1,"callback_query":{"id":"5","from":{"id":41},"message":{"message_id":9,"date":1,"chat":{"id":41,"type":"private"}},"data":"{{{data}}}" } }""";

    private static string Message(string text) => $$$"""{"update_id":1,"message":{"message_id":9,"date":1,"chat":{"id":41,"type":"private"},"from":{"id":41},"text":"{{{text}}}" } }""";

    private static Task<bool?> TakeAsync(TestWorld world, string update) =>
        world.Services.GetRequiredService<TelegramLibraryIntake>().TryTakeAsync(Encoding.UTF8.GetBytes(update));

    private TestWorld World(bool isOnlyBot = false) =>
        new(services: services => services.AddSingleton(_chatAuth.Object).AddChatAuthTelegramChannel(_ => _sender, addsToMenu: false, isOnlyBot));
}
