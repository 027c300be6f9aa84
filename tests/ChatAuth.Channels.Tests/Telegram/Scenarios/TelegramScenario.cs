using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>A Telegram with our bot for each test; nothing that we send may be wrong in form.</summary>
internal abstract class TelegramScenario
{
    protected TelegramStage Stage { get; private set; } = null!;

    protected FakeTelegramServer Server => Stage.Server;

    protected TestWorld World => Stage.World;

    protected virtual TelegramStageOptions Options => new();

    [SetUp]
    public async Task Start()
    {
        Stage = await TelegramStage.StartAsync(Options);
        World.Credentials.Token("anthropic:work").Token("anthropic:spare").Key("openai:team");
    }

    [TearDown]
    public async Task Stop()
    {
        await Stage.DisposeAsync();
        Assert.That(Server.Defects, Is.Empty);
    }

    protected static string TextIn(FakeChat chat) => string.Join('\n', chat.BotMessages);

    /// <summary>A group in which everybody may do everything.</summary>
    protected async Task<FakeChat> OpenGroupAsync(FakeChat group)
    {
        await Stage.AdmitAsync(group);
        return group;
    }
}
