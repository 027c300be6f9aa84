using ChatAuth.Testing.Telegram;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>What only the asker may see goes to the chat with them; where there is none, a link does.</summary>
internal sealed class TelegramDirectChatTests : TelegramScenario
{
    private FakeChat _group = null!;
    private FakeUser _ann = null!;

    [SetUp]
    public async Task OpenGroup()
    {
        _group = await OpenGroupAsync(Server.AddSupergroup("Engineering"));
        _ann = Server.AddPerson("Ann");
    }

    [TestCase("/model status")]
    [TestCase("/model why")]
    public async Task Detail_goes_to_the_direct_chat(string command)
    {
        var direct = Server.PrivateChat(_ann).AlreadyOpen();

        await Stage.SayAsync(_group, _ann, command);

        Assert.That(direct.LastMessage.Text, Does.Contain("anthropic:work"));
        Assert.That(_group.LastMessage.Text, Does.Not.Contain("anthropic:"));
        Assert.That(_group.LastMessage.Buttons.Where(button => button.Url is not null), Is.Empty);
    }

    [Test]
    public async Task Person_who_never_opened_a_chat_gets_the_public_form_and_a_link()
    {
        await Stage.SayAsync(_group, _ann, "/model status");

        Assert.That(_group.LastMessage.Text, Does.Not.Contain("anthropic:"));
        Assert.That(_group.LastMessage.Button("Open a private chat").Url, Is.EqualTo($"https://t.me/{Server.BotUsername}?start=status"));
    }

    [Test]
    public async Task Person_who_blocked_the_bot_gets_the_link()
    {
        Server.PrivateChat(_ann).AlreadyOpen().Block();

        await Stage.SayAsync(_group, _ann, "/model status");

        Assert.That(_group.LastMessage.Button("Open a private chat").Url, Is.Not.Null);
    }

    [Test]
    public async Task Link_opens_the_chat_with_the_status()
    {
        var direct = Server.PrivateChat(_ann);
        await Stage.AdmitAsync(direct);

        await Stage.SayAsync(direct, _ann, "/start status");

        Assert.That(direct.LastMessage.Text, Does.Contain("anthropic:work"));
    }

    [Test]
    public async Task Notice_that_a_choice_ended_comes_without_anybody_s_asking()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        await Stage.SayAsync(chat, ann, "/model gpt for 2h");

        World.Time.Advance(TimeSpan.FromHours(2));
        await World.RecordEnds();
        var notice = await chat.WaitForMessagesAsync(2);

        Assert.That(notice.Text, Does.Contain("opus"));
    }
}
