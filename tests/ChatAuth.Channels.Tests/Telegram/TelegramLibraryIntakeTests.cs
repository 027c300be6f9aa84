using System.Text;
using System.Text.Json;
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
    [TestCase("FAKE-FAKE-FAKE-FAKE-FAKE-FAKE-FAKE-FAKE-FAKE-FAKE-FAKE-FAKE-FAK", true)]
    public async Task Tap_is_taken_by_the_form_of_what_it_hands_back(string data, bool isOurs)
    {
        await using var world = World();
        _chatAuth.Setup(chat => chat.TapAsync(It.IsAny<CommandContext>(), data, It.IsAny<CancellationToken>())).ReturnsAsync(new HandleResult.Ignored());

        var isTaken = await TakeAsync(world, $$$"""{"update_id":1,"callback_query":{"id":"5","from":{"id":41},"message":{"message_id":9,"date":1,"chat":{"id":41,"type":"private"}},"data":"{{{data}}}" } }""");
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

    [Test]
    public async Task Nothing_is_said_of_an_update_before_telegram_says_who_the_bot_is()
    {
        _sender = new ScriptedSender(new FakeTime()).Answers(new TelegramAnswer.Refused(401, "Unauthorized"));
        await using var world = World();

        Assert.That(await TakeAsync(world, Message("/model")), Is.Null);
        _chatAuth.VerifyNoOtherCalls();
    }

    private static string Message(string text) => $$$"""{"update_id":1,"message":{"message_id":9,"date":1,"chat":{"id":41,"type":"private"},"from":{"id":41},"text":"{{{text}}}" } }""";

    private static Task<bool?> TakeAsync(TestWorld world, string update) =>
        world.Services.GetRequiredService<TelegramLibraryIntake>().TryTakeAsync(Encoding.UTF8.GetBytes(update));

    private TestWorld World(bool isOnlyBot = false) =>
        new(services: services => services.AddSingleton(_chatAuth.Object).AddChatAuthTelegramChannel(_ => _sender, addsToMenu: false, isOnlyBot));
}
