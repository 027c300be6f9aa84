using ChatAuth.Testing.Telegram;

namespace ChatAuth.Testing.Tests.Telegram;

/// <summary>A server, a bot and a person for each test; none leaves a defect, unless the test looks for it.</summary>
internal abstract class FakeTelegramTest
{
    protected FakeTelegramServer Server { get; private set; } = null!;

    protected BotClient Bot { get; private set; } = null!;

    protected FakeUser Ada { get; private set; } = null!;

    /// <summary>The private chat with Ada, which she has opened.</summary>
    protected FakeChat Chat { get; private set; } = null!;

    protected virtual FakeTelegramOptions Options => new();

    [SetUp]
    public async Task StartAsync()
    {
        Server = await FakeTelegramServer.StartAsync(Options);
        Bot = new BotClient(Server);
        Ada = Server.AddPerson("Ada", "ada_test");
        Chat = Server.PrivateChat(Ada).AlreadyOpen();
    }

    [TearDown]
    public async Task StopAsync()
    {
        Bot.Dispose();
        await Server.DisposeAsync();
    }

    protected static object Keyboard(params string[] data) =>
        new { inline_keyboard = new[] { data.Select(text => new { text = $"Button {text}", callback_data = text }).ToArray() } };
}
