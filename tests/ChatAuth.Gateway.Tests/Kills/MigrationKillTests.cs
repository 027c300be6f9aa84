using ChatAuth.Testing;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Gateway.Tests.Kills;

/// <summary>A group becomes a supergroup, and the process dies before that is known, or while the first message there is answered.</summary>
[Proof]
[Parallelizable]
internal sealed class MigrationKillTests
{
    private MortalBot _bot = null!;

    [OneTimeSetUp]
    public async Task Start() => _bot = await MortalBot.StartAsync();

    [OneTimeTearDown]
    public ValueTask Stop() => _bot.DisposeAsync();

    [TestCase(MigrationOrder.OldFirst)]
    [TestCase(MigrationOrder.NewFirst)]
    public async Task Choice_of_the_group_holds_where_it_went(MigrationOrder order)
    {
        var (group, person) = await GroupWithAChoiceAsync();
        var fetches = await _bot.AnsweredFetchesAsync();
        FakeChat supergroup;
        using (_bot.Database.HoldWrites())
        {
            supergroup = group.MigrateToSupergroup(person, order);
            await _bot.Telegram.WaitForRequestAsync("getUpdates", fetches + 1);
            await _bot.Process.KillAsync();
        }
        supergroup.Write(person, "/model list");
        var reply = _bot.Telegram.Faults.Hold("sendMessage", supergroup);
        await _bot.DieAsync();
        await _bot.LiveAsync();
        await reply.Arrived;

        await _bot.DieAndLiveAsync();

        Assert.That(supergroup.BotMessages, Has.Count.EqualTo(1));
        Assert.That(supergroup.LastMessage.Text, Does.Contain("sonnet"));
        Assert.That(_bot.Database.StateOf(_bot.KeyOf(supergroup)), Does.Contain("claude-sonnet"));
        Assert.That(_bot.Database.ChangesOf(_bot.KeyOf(supergroup)), Has.Count.EqualTo(1));
        Assert.That(_bot.Database.StateOf(_bot.KeyOf(group)), Is.Empty);
    }

    private async Task<(FakeChat Group, FakeUser Person)> GroupWithAChoiceAsync()
    {
        var group = _bot.Telegram.AddGroup("Team");
        var person = _bot.Telegram.AddPerson("Ann");
        _bot.AdmitTo(group);
        await _bot.DieAndLiveAsync();
        group.Write(person, "/model sonnet");
        await _bot.SettleAsync();
        return (group, person);
    }
}
