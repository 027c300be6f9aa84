using ChatAuth.Gateway.Tests.Processes;
using ChatAuth.Testing;

namespace ChatAuth.Gateway.Tests.Kills;

/// <summary>How one process leaves its work to the next.</summary>
[Proof]
[Parallelizable]
internal sealed class HandoverTests
{
    private MortalBot _bot = null!;

    [SetUp]
    public async Task Start() => _bot = await MortalBot.StartAsync();

    [TearDown]
    public ValueTask Stop() => _bot.DisposeAsync();

    [Test]
    public async Task Process_that_is_asked_to_stop_finishes_its_answer_and_leaves_nothing_behind()
    {
        var chat = _bot.NewChat();
        var answer = _bot.Telegram.Faults.Hold("sendMessage", chat);
        var question = chat.Write("What is a pin?");
        await answer.Arrived;

        _bot.Process.Signal("TERM");
        await _bot.Process.ReadToAsync("Stopping");
        answer.Release();
        var (exitCode, error) = await _bot.Process.EndAsync();

        Assert.That((exitCode, error), Is.EqualTo((0, "")));
        Assert.That(chat.LastMessage.Text, Does.Contain("heard: What is a pin?"));
        Assert.That(_bot.Telegram.PendingUpdates, Is.Zero);
        Assert.That(_bot.Database.AttemptsOf(_bot.CauseOf(question)), Is.EqualTo(new[] { "answered" }));
        Assert.That(_bot.Database.Leases(), Is.Empty);
    }

    [Test]
    public async Task Next_process_goes_on_at_once_after_a_stop()
    {
        await _bot.Process.StopAsync();
        var chat = _bot.NewChat();
        chat.Write("/model status");

        await _bot.LiveAsync();

        Assert.That((await chat.WaitForMessageAsync()).Text, Does.Contain("opus"));
    }

    [Test]
    public async Task Of_two_processes_one_fetches_and_the_other_takes_over_when_it_stops()
    {
        using var other = new GatewayProcess(_bot.Process);
        await other.StartAsync("--demo");
        await other.ReadToAsync("another process of this installation fetches the updates");
        var chat = _bot.NewChat();
        chat.Write("/model opus@anthropic:personal");
        await _bot.SettleAsync();
        await _bot.Process.StopAsync();

        chat.Write("/model undo");
        await _bot.SettleAsync();

        Assert.That(chat.BotMessages, Has.Count.EqualTo(2));
        Assert.That(chat.LastMessage.Text, Does.StartWith("Undone."));
        Assert.That(_bot.Database.ChangesOf(_bot.KeyOf(chat)), Has.Count.EqualTo(2));
    }
}
