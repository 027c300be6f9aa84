using ChatAuth.Testing;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Gateway.Tests.Kills;

/// <summary>What becomes of a question to the model when the process that was asking dies: it is charged once, or somebody agrees to twice.</summary>
[Proof]
[Parallelizable]
internal sealed class QuestionKillTests
{
    private static readonly string[] Answered = ["answered"];
    private static readonly string[] Open = ["open"];
    private MortalBot _bot = null!;

    [OneTimeSetUp]
    public async Task Start() => _bot = await MortalBot.StartAsync();

    [OneTimeTearDown]
    public ValueTask Stop() => _bot.DisposeAsync();

    [Test]
    public async Task Answer_that_did_not_arrive_is_not_charged_again_and_the_person_learns_what_to_do()
    {
        var chat = _bot.NewChat();
        var answer = _bot.Telegram.Faults.Hold("sendMessage", chat);
        var question = chat.Write("What is a pin?");
        await answer.Arrived;

        await _bot.DieAndLiveAsync();

        Assert.That(_bot.Database.AttemptsOf(_bot.CauseOf(question)), Is.EqualTo(Answered));
        Assert.That(chat.BotMessages, Has.Count.EqualTo(1));
        Assert.That(chat.LastMessage.Text, Does.Contain("answered before").And.Contain("send it again").And.Contain("[already-answered]"));
    }

    [Test]
    public async Task Answer_that_arrived_is_given_once()
    {
        var chat = _bot.NewChat();
        var answer = _bot.Telegram.Faults.Hold("sendMessage", chat, afterDoing: true);
        var question = chat.Write("What is a pin?");
        await answer.Arrived;

        await _bot.DieAndLiveAsync();

        Assert.That(_bot.Database.AttemptsOf(_bot.CauseOf(question)), Is.EqualTo(Answered));
        Assert.That(chat.BotMessages.Where(message => message.Text.Contains("heard: What is a pin?", StringComparison.Ordinal)), Has.Exactly(1).Items);
        Assert.That(chat.LastMessage.Text, Does.Contain("[already-answered]"));
    }

    [Test]
    public async Task Question_that_may_have_been_charged_is_not_sent_again_by_itself()
    {
        var chat = _bot.NewChat();

        var question = await DieWhileAskingAsync(chat);

        Assert.That(_bot.Database.AttemptsOf(_bot.CauseOf(question)), Is.EqualTo(Open));
        Assert.That(chat.BotMessages, Has.Count.EqualTo(1));
        Assert.That(chat.LastMessage.Text, Does.Contain("nobody knows whether it was charged").And.Contain("Account: anthropic:"));
        Assert.That(chat.LastMessage.Buttons.Select(button => button.Text.Split(',')[0]), Is.EqualTo(new[] { "Send again", "No" }));
    }

    [TestCase("Send again", 1)]
    [TestCase("No", 0)]
    public async Task Author_of_a_question_that_may_have_been_charged_decides(string button, int answers)
    {
        var chat = _bot.NewChat();
        var question = await DieWhileAskingAsync(chat);

        var tap = chat.TapLabel(chat.Person!, chat.LastMessage, button);
        await _bot.SettleAsync();

        Assert.That(_bot.Database.AttemptsOf(_bot.CauseOf(question)), Is.EqualTo(Open));
        Assert.That(_bot.Database.AttemptsOf(_bot.CauseOf(tap)), Is.EqualTo(Answered.Take(answers)));
        Assert.That(chat.BotMessages.Where(message => message.Text.Contains("heard: What is a pin?", StringComparison.Ordinal)), Has.Exactly(answers).Items);
    }

    /// <summary>The model is answering when the process dies: the attempt is durable, the receipt is not.</summary>
    private async Task<FakeMessage> DieWhileAskingAsync(FakeChat chat)
    {
        _bot.Database.StallReceipts();
        var question = chat.Write("What is a pin?");
        await _bot.Database.WaitForAttemptAsync(_bot.CauseOf(question));
        await _bot.DieAsync();
        _bot.Database.ReleaseReceipts();
        await _bot.LiveAsync();
        await _bot.SettleAsync();
        return question;
    }
}
