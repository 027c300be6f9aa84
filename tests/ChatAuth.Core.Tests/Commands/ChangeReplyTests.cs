using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Commands;

/// <summary>Where only one of several people sees the answer, the others learn of the change all the same, by the names that they may know.</summary>
internal sealed class ChangeReplyTests
{
    private TestWorld _world = null!;

    [SetUp]
    public void SetUp()
    {
        _world = new TestWorld(settings => settings with
        {
            AccessRules = [new("all", false, Rights.All, null, null, TestWorld.Pattern("telegram:7:-100")), new("private", false, Rights.All, null, null, ConversationPattern.Private)],
            Profiles = new[] { ("anthropic:work", null), ("anthropic:mine", new Person[] { new("telegram", 1) }) }.ToDictionary(
                entry => ProfileId.Parse(entry.Item1),
                entry => new ProfileSettings(ProfileId.Parse(entry.Item1), "The team's account", null, null, new ProfileAudience(entry.Item2, null, true))),
        });
        _world.Credentials.Login("anthropic:work").Login("anthropic:mine");
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    private CommandContext Unseen(long person) => _world.Shared(person) with { ReplyVisibility = Visibility.Private, HasButtons = true };

    private async Task<CommandReply.ChoiceChanged?> Announced(string typed, CommandContext? context = null) =>
        (CommandReply.ChoiceChanged?)(await _world.Type<CommandReply.ChoiceChanged>(typed, context ?? Unseen(1))).Announcement;

    [TestCase("/model sonnet@work", "The team's account")]
    [TestCase("/model sonnet@mine", "a private account")]
    public async Task Pin_that_one_of_many_sees_is_announced_by_its_public_name(string typed, string name)
    {
        var announced = await Announced(typed);

        Assert.That(announced!.Visibility, Is.EqualTo(Visibility.Public));
        Assert.That(announced.Change, Is.EqualTo(ChoiceChange.Pinned));
        Assert.That(announced.Session!.Pins.Single().Profile!.Name, Is.EqualTo(name));
        Assert.That(announced.Resolution.Next!.Name, Is.EqualTo(name));
        Assert.That(announced.Actions, Is.Empty);
    }

    [TestCase("/model sonnet", ChoiceChange.Selected)]
    [TestCase("/model reset", ChoiceChange.Reset)]
    [TestCase("/model unpin", ChoiceChange.Unpinned)]
    [TestCase("/model undo", ChoiceChange.Undone)]
    public async Task Every_change_is_announced(string typed, ChoiceChange change)
    {
        await _world.Type("/model sonnet@work", Unseen(1));
        await _world.Type("/model opus", Unseen(1));

        var announced = await Announced(typed);

        Assert.That(announced!.Change, Is.EqualTo(change));
        Assert.That(announced.Announcement, Is.Null);
    }

    [Test]
    public async Task End_that_was_noticed_with_the_change_is_announced_with_it()
    {
        await _world.Type("/model sonnet for 1h", Unseen(1));
        _world.Time.Advance(TimeSpan.FromHours(2));

        var announced = await Announced("/model sonnet");

        Assert.That(announced!.Notices.Single(), Is.InstanceOf<Notice.ChoiceEnded>());
    }

    [Test]
    public async Task What_was_so_already_is_announced_to_nobody()
    {
        await _world.Type("/model sonnet", Unseen(1));

        Assert.That(await Announced("/model sonnet"), Is.Null);
    }

    [Test]
    public async Task What_all_see_is_not_announced_again() =>
        Assert.That(await Announced("/model sonnet", _world.Shared(1)), Is.Null);

    [Test]
    public async Task Where_nobody_else_is_nothing_is_announced() =>
        Assert.That(await Announced("/model sonnet", _world.Private(1)), Is.Null);
}
