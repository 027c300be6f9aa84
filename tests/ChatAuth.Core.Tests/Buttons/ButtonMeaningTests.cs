using ChatAuth.Core.Access;
using ChatAuth.Core.Buttons;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Buttons;

internal sealed class ButtonMeaningTests
{
    private static readonly FakeTime Time = new();
    private static readonly Asker Alice = new(new Person("telegram", 1), new SessionKey("telegram", "7", "1"), IsPrivate: true);
    private static readonly ModelRef Opus = ModelRef.Parse("anthropic/claude-opus-4-5");

    private static ButtonToken Tapped(ReplyAction action, ButtonTarget target) => new(action.Kind, 0, 0, 0, default, target);

    private static ReplyAction Pin(int account) => new(ReplyActionKind.Select, null, Opus, ProfileId.Parse($"anthropic:a{account}"));

    private static async Task<ButtonMeaning> MeaningOf(int accounts, int hashBits)
    {
        var world = new MemoryStores(Time);
        var credentials = new FakeCredentialStore();
        for (var number = 0; number < accounts; number++) credentials.Key($"anthropic:a{number}");
        var source = new RosterSource(credentials, world.Health, [new ScriptedProvider()], TestWorld.Default, new Fingerprints(new byte[32]));
        var context = new CommandContext { Asker = Alice, Cause = new ChangeCause("test:1"), HasButtons = true };
        var turn = new Turn(
            context, await source.LoadAsync(default, Time.GetUtcNow(), default), source, TestWorld.Default, new AccessPolicy([]),
            new ButtonSigner(new ScriptedButtonKeys(), Time));
        var snapshot = await world.Sessions.LoadAsync(Alice.Conversation, null, default);
        return new ButtonMeaning(turn, new SessionDraft(snapshot, Alice.Person, null, Time.GetUtcNow(), () => default), hashBits);
    }

    [Test]
    public async Task Target_means_the_one_account_that_has_it()
    {
        var meaning = await MeaningOf(accounts: 20, hashBits: 112);

        for (var number = 0; number < 20; number++)
        {
            var command = meaning.CommandOf(Tapped(Pin(number), meaning.TargetOf(Pin(number))!.Value));
            Assert.That(command, Is.EqualTo(new ModelCommand.Select(new ModelSelector(Opus.ToString(), $"anthropic:a{number}", 1, Quoted: true), null, false)));
        }
    }

    [Test]
    public async Task Targets_that_collide_mean_nothing_and_those_that_do_not_mean_what_they_say()
    {
        var meaning = await MeaningOf(accounts: 200, hashBits: 8);
        var nothing = 0;

        for (var number = 0; number < 200; number++)
        {
            var command = (ModelCommand.Select?)meaning.CommandOf(Tapped(Pin(number), meaning.TargetOf(Pin(number))!.Value));
            if (command is null) nothing++;
            else Assert.That(command.Selector.Profile, Is.EqualTo($"anthropic:a{number}"));
        }

        Assert.That(nothing, Is.InRange(1, 200));
    }

    [Test]
    public async Task Action_on_what_is_not_there_has_no_target()
    {
        var meaning = await MeaningOf(accounts: 1, hashBits: 112);

        Assert.That(meaning.TargetOf(Pin(1)), Is.Null);
        Assert.That(meaning.TargetOf(Pin(0) with { Model = ModelRef.Parse("anthropic/not-listed") }), Is.Null);
        Assert.That(meaning.TargetOf(new ReplyAction(ReplyActionKind.Pick, null, ModelRef.Parse("anthropic/not-listed"))), Is.Null);
        Assert.That(meaning.TargetOf(new ReplyAction(ReplyActionKind.Accounts, null, ModelRef.Parse("anthropic/not-listed"))), Is.Null);
        Assert.That(meaning.TargetOf(new ReplyAction(ReplyActionKind.AllowOnce, null)), Is.Null);
    }

    [Test]
    public async Task Target_of_one_action_means_nothing_to_another()
    {
        var meaning = await MeaningOf(accounts: 2, hashBits: 112);
        ReplyAction[] actions = [Pin(0), new(ReplyActionKind.Pick, null, Opus), new(ReplyActionKind.Accounts, null, Opus), new(ReplyActionKind.List, null)];

        var meanings = actions.Select(action => meaning.CommandOf(Tapped(actions[0] with { Kind = action.Kind }, meaning.TargetOf(actions[0])!.Value)));

        Assert.That(meanings.Count(command => command is not null), Is.EqualTo(1));
    }

    [Test]
    public async Task Number_of_no_action_means_nothing()
    {
        var meaning = await MeaningOf(accounts: 1, hashBits: 112);

        Assert.That(meaning.CommandOf(new ButtonToken((ReplyActionKind)200, 0, 0, 0, default, default)), Is.Null);
    }
}
