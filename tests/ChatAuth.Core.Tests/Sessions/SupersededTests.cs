using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Sessions;

/// <summary>Of two changes that were typed, the later one holds, in whichever order they arrive.</summary>
internal sealed class SupersededTests
{
    private TestWorld _world = null!;

    [SetUp]
    public void SetUp()
    {
        _world = new TestWorld(settings => settings with
        {
            AccessRules =
            [
                new("old", false, Rights.All, null, null, TestWorld.Pattern("telegram:7:-100")),
                new("new", false, Rights.All, null, null, TestWorld.Pattern("telegram:7:-200")),
            ],
        });
        _world.Credentials.Login("anthropic:work").Key("openai:work");
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    private CommandContext Message(long number, string conversation = "-100", string? thread = null) =>
        _world.Shared(1, conversation, thread) with { Sequence = number };

    private async Task<SessionState> State(string conversation = "-100") =>
        (await _world.Sessions.LoadAsync(new SessionKey("telegram", "7", conversation), null, default)).Session.State;

    [Test]
    public async Task Earlier_message_that_arrives_later_is_refused_and_changes_nothing()
    {
        await _world.Type("/model gpt", Message(11));

        var late = await _world.Type<CommandReply.Failed>("/model sonnet", Message(10));

        Assert.That(late.Code, Is.EqualTo(ErrorCode.Superseded));
        Assert.That(late.Session!.Model.Short, Is.EqualTo("gpt"));
    }

    [Test]
    public async Task Messages_in_their_order_both_hold()
    {
        await _world.Type("/model sonnet", Message(10));

        var reply = await _world.Type("/model gpt", Message(11));

        Assert.That(reply, Is.InstanceOf<CommandReply.ChoiceChanged>());
        Assert.That((await State()).LastTyped, Is.EqualTo(new MessageNumber("-100", 11)));
    }

    [Test]
    public async Task Message_of_the_same_number_is_not_older()
    {
        await _world.Type("/model sonnet", Message(10));

        Assert.That(await _world.Type("/model gpt", Message(10)), Is.InstanceOf<CommandReply.ChoiceChanged>());
    }

    [Test]
    public async Task Change_to_what_holds_already_counts_as_the_newest_too()
    {
        await _world.Type("/model gpt", Message(10));
        var same = await _world.Type<CommandReply.ChoiceChanged>("/model gpt", Message(12));

        var late = await _world.Type<CommandReply.Failed>("/model sonnet", Message(11));

        Assert.That((same.Changed, late.Code), Is.EqualTo((false, ErrorCode.Superseded)));
        Assert.That(await _world.Sessions.ListHistoryAsync(new SessionKey("telegram", "7", "-100"), 10, default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Change_that_was_refused_does_not_count()
    {
        await _world.Type<CommandReply.Failed>("/model unpin", Message(12));

        Assert.That(await _world.Type("/model sonnet", Message(11)), Is.InstanceOf<CommandReply.ChoiceChanged>());
    }

    [TestCase("/model reset")]
    [TestCase("/model undo")]
    [TestCase("/model gpt ?")]
    public async Task Every_typed_change_is_held_against_the_newest(string typed)
    {
        await _world.Type("/model sonnet", Message(11));

        Assert.That((await _world.Type<CommandReply.Failed>(typed, Message(10))).Code, Is.EqualTo(ErrorCode.Superseded));
    }

    [Test]
    public async Task Views_and_messages_without_a_number_are_not()
    {
        await _world.Type("/model gpt", Message(11));

        Assert.That(await _world.Type("/model status", Message(10)), Is.InstanceOf<CommandReply.Status>());
        Assert.That(await _world.Type("/model sonnet", _world.Shared(1)), Is.InstanceOf<CommandReply.ChoiceChanged>());
        Assert.That((await State()).LastTyped, Is.EqualTo(new MessageNumber("-100", 11)));
    }

    [Test]
    public async Task Redelivery_of_the_earlier_message_is_recognised_first()
    {
        var earlier = Message(10);
        await _world.Type("/model sonnet", earlier);
        await _world.Type("/model gpt", Message(11));

        var again = await _world.Type<CommandReply.ChoiceChanged>("/model sonnet", earlier);

        Assert.That((again.Changed, again.Session!.Model.Short), Is.EqualTo((false, "gpt")));
    }

    [Test]
    public async Task Numbers_begin_anew_in_a_conversation_that_moved()
    {
        await _world.Type("/model gpt", Message(9_000));
        await _world.Chat.MovedAsync(new SessionKey("telegram", "7", "-100"), new SessionKey("telegram", "7", "-200"));

        var reply = await _world.Type<CommandReply.ChoiceChanged>("/model sonnet", Message(3, "-200"));

        Assert.That(reply.Changed, Is.True);
        Assert.That((await State("-200")).LastTyped, Is.EqualTo(new MessageNumber("-200", 3)));
    }

    [Test]
    public async Task Number_stays_when_a_choice_ends_by_itself()
    {
        await _world.Type("/model gpt for 2h", Message(11));
        _world.Time.Advance(TimeSpan.FromHours(3));

        Assert.That((await _world.Type<CommandReply.Failed>("/model sonnet", Message(10))).Code, Is.EqualTo(ErrorCode.Superseded));
    }

    [Test]
    public async Task Topic_keeps_the_number_of_its_own_messages_when_it_follows_again()
    {
        await _world.Type("/model gpt", Message(20, thread: "5"));
        await _world.Type("/model inherit", Message(22, thread: "5"));
        await _world.Type("/model sonnet", Message(30));

        Assert.That((await _world.Type<CommandReply.Failed>("/model opus", Message(21, thread: "5"))).Code, Is.EqualTo(ErrorCode.Superseded));
        Assert.That(await _world.Type("/model opus", Message(23, thread: "5")), Is.InstanceOf<CommandReply.ChoiceChanged>());
    }
}
