using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Commands;

/// <summary>Nobody is offered what they would be refused.</summary>
internal sealed class OffersTests
{
    private TestWorld _world = null!;

    [SetUp]
    public async Task SetUp()
    {
        _world = new TestWorld();
        _world.Credentials.Login("anthropic:work").Login("anthropic:personal");
        await Allow(Rights.All);
        await _world.Type<CommandReply.ChoiceChanged>("/model sonnet@work", Ann);
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    private CommandContext Ann => _world.Private(1) with { HasButtons = true };

    private Task Allow(Rights rights) => _world.Access.SaveRuleAsync(new AccessRule("ann", false, rights, new Person("telegram", 1), null, ConversationPattern.Private), default);

    [TestCase(Rights.Ask | Rights.View, "Why List Status")]
    [TestCase(Rights.View | Rights.Switch, "Why List Status")]
    [TestCase(Rights.View | Rights.Pin, "Accounts Unpin Test Why List Status")]
    [TestCase(Rights.All, "Accounts Unpin Reset Test Why List Status")]
    public async Task Status_offers_what_the_person_may_do(Rights rights, string offers)
    {
        await Allow(rights);

        var status = await _world.Type<CommandReply.Status>("/model status", Ann);

        Assert.That(string.Join(' ', status.Actions.Select(action => action.Kind)), Is.EqualTo(offers));
    }

    [TestCase(Rights.Ask | Rights.View, false)]
    [TestCase(Rights.View | Rights.Pin, false)]
    [TestCase(Rights.View | Rights.Switch, true)]
    public async Task List_offers_rows_to_who_may_choose_a_model(Rights rights, bool offered)
    {
        await Allow(rights);

        var list = await _world.Type<CommandReply.Picker>("/model", Ann);

        Assert.That(list.Actions.Any(action => action.Kind is ReplyActionKind.Pick), Is.EqualTo(offered));
        Assert.That(list.Actions.Any(action => action.Kind is ReplyActionKind.Status));
    }

    [Test]
    public async Task Model_that_was_selected_can_be_reset_without_the_right_to_pin()
    {
        await _world.Type<CommandReply.ChoiceChanged>("/model unpin", Ann);
        await Allow(Rights.View | Rights.Switch);

        var status = await _world.Type<CommandReply.Status>("/model status", Ann);

        Assert.That(status.Actions.Select(action => action.Kind), Does.Contain(ReplyActionKind.Reset));
    }
}
