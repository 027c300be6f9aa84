using ChatAuth.Testing;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Gateway.Tests.Kills;

/// <summary>What becomes of a command when the process that was doing it dies.</summary>
[Proof]
[Parallelizable]
internal sealed class CommandKillTests
{
    private const string Pin = "/model opus@anthropic:personal";
    private MortalBot _bot = null!;

    [OneTimeSetUp]
    public async Task Start() => _bot = await MortalBot.StartAsync();

    [OneTimeTearDown]
    public ValueTask Stop() => _bot.DisposeAsync();

    [Test]
    public async Task Command_that_was_fetched_and_no_more_is_done_by_the_next_process()
    {
        var chat = _bot.NewChat();
        var fetches = await _bot.AnsweredFetchesAsync();
        using (_bot.Database.HoldWrites())
        {
            chat.Write(Pin);
            await _bot.Telegram.WaitForRequestAsync("getUpdates", fetches + 1);
            await _bot.Process.KillAsync();
        }

        await _bot.DieAndLiveAsync();

        Assert.That(_bot.Database.ChangesOf(_bot.KeyOf(chat)), Has.Count.EqualTo(1));
        Assert.That(chat.BotMessages, Has.Count.EqualTo(1));
        Assert.That(chat.LastMessage.Text, Does.StartWith("Now: ").And.Contain("pinned to anthropic:personal"));
    }

    /// <summary>The reply did not arrive, or nobody knows that it did: it is given again, and says what the command did.</summary>
    [TestCase(false, 1)]
    [TestCase(true, 2)]
    public async Task Pin_is_applied_once_and_told_when_its_reply_is_cut_off(bool afterSending, int replies)
    {
        var chat = _bot.NewChat();
        var reply = _bot.Telegram.Faults.Hold("sendMessage", chat, afterSending);
        var pin = chat.Write(Pin);
        await reply.Arrived;

        await _bot.DieAndLiveAsync();

        Assert.That(_bot.Database.ChangesOf(_bot.KeyOf(chat)), Is.EqualTo(new[] { _bot.CauseOf(pin) }));
        Assert.That(chat.BotMessages, Has.Count.EqualTo(replies));
        Assert.That(chat.BotMessages.Select(message => message.Text), Has.All.StartsWith("Now: ").And.All.Contain("pinned to anthropic:personal"));
    }

    [TestCase(false, 1)]
    [TestCase(true, 2)]
    public async Task Undo_takes_back_one_change_when_its_reply_is_cut_off(bool afterSending, int replies)
    {
        var chat = _bot.NewChat();
        await SayAsync(chat, Pin);
        await SayAsync(chat, "/model opus@anthropic:api");
        var reply = _bot.Telegram.Faults.Hold("sendMessage", chat, afterSending);
        var undo = chat.Write("/model undo");
        await reply.Arrived;

        await _bot.DieAndLiveAsync();

        Assert.That(_bot.Database.ChangesOf(_bot.KeyOf(chat)), Has.Count.EqualTo(3).And.One.EqualTo(_bot.CauseOf(undo)));
        var told = chat.BotMessages.Skip(2).Select(message => message.Text).ToList();
        Assert.That(told, Has.Count.EqualTo(replies));
        Assert.That(told, Has.All.StartsWith("Undone. Now: ").And.All.Contain("anthropic:personal pays"));
    }

    /// <summary>The reply is there, and Telegram never learns that the message was dealt with.</summary>
    [Test]
    public async Task Command_whose_confirmation_was_cut_off_is_not_answered_again()
    {
        var chat = _bot.NewChat();
        await SayAsync(chat, Pin);
        await _bot.DieAsync();
        _bot.TellLastAgain();

        await _bot.LiveAsync();
        await _bot.SettleAsync();

        Assert.That(_bot.Database.ChangesOf(_bot.KeyOf(chat)), Has.Count.EqualTo(1));
        Assert.That(chat.BotMessages, Has.Count.EqualTo(1));
    }

    [TestCase("answerCallbackQuery", false)]
    [TestCase("answerCallbackQuery", true)]
    [TestCase("editMessageText", false)]
    [TestCase("editMessageText", true)]
    public async Task Tap_is_applied_once_and_what_it_did_stands_in_place_of_the_menu(string method, bool afterDoing)
    {
        var chat = _bot.NewChat();
        await SayAsync(chat, Pin);
        await SayAsync(chat, "/model opus@anthropic:api");
        var request = _bot.Telegram.Faults.Hold(method, afterDoing: afterDoing);
        var tap = chat.TapLabel(chat.Person!, chat.LastMessage, "Undo");
        await request.Arrived;

        await _bot.DieAndLiveAsync();

        Assert.That(_bot.Database.ChangesOf(_bot.KeyOf(chat)), Has.Count.EqualTo(3));
        Assert.That(tap.Answer?.Text, Does.StartWith("Now: "));
        Assert.That(chat.BotMessages, Has.Count.EqualTo(2));
        Assert.That(chat.LastMessage.Text, Does.StartWith("Undone. Now: ").And.Contain("anthropic:personal pays"));
    }

    [Test]
    public async Task First_owner_is_told_so_when_the_reply_to_the_claim_is_cut_off()
    {
        var chat = _bot.NewChat();
        var reply = _bot.Telegram.Faults.Hold("sendMessage", chat);
        chat.Write(_bot.ClaimCommand());
        await reply.Arrived;

        await _bot.DieAndLiveAsync();

        Assert.That(_bot.Database.Owners(), Is.EqualTo(new[] { $"telegram:{chat.Id}" }));
        Assert.That(chat.BotMessages.Select(message => message.Text), Is.EqualTo(new[] { "You are an owner of this bot now." }));
    }

    /// <summary>More of them than one slow answer may hold back.</summary>
    [Test]
    public async Task Nobody_of_a_crowd_is_left_without_a_reply()
    {
        await _bot.DieAsync();
        var chats = Enumerable.Range(0, 60).Select(_ => _bot.NewChat()).ToList();
        var replies = chats.Select(chat => _bot.Telegram.Faults.Hold("sendMessage", chat)).ToList();
        foreach (var chat in chats) chat.Write(Pin);
        await _bot.LiveAsync();
        foreach (var reply in replies) await reply.Arrived;

        await _bot.DieAndLiveAsync();

        Assert.That(chats.Where(chat => chat.BotMessages.Count != 1), Is.Empty);
        Assert.That(chats.Where(chat => _bot.Database.ChangesOf(_bot.KeyOf(chat)).Count != 1), Is.Empty);
    }

    private async Task SayAsync(FakeChat chat, string text)
    {
        chat.Write(text);
        await _bot.SettleAsync();
    }
}
