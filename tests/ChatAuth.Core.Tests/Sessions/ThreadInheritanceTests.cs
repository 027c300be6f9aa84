using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Sessions;

/// <summary>A thread takes what people chose in its conversation, live, until it has a choice of its own.</summary>
public sealed class ThreadInheritanceTests
{
    private TestWorld _world = null!;

    [SetUp]
    public void SetUp()
    {
        var group = TestWorld.Pattern("telegram:7:-100");
        _world = new TestWorld(settings => settings with
        {
            AccessRules = [new("group", false, Rights.All, null, null, group)],
            Profiles = new[] { "anthropic:work", "anthropic:personal", "openai:work" }.Select(ProfileId.Parse).ToDictionary(
                id => id, id => new ProfileSettings(id, null, null, null, new ProfileAudience(null, null, true))),
        });
        _world.Credentials.Login("anthropic:work").Login("anthropic:personal").Key("openai:work");
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    [Test]
    public async Task Thread_follows_the_model_and_pin_of_its_conversation()
    {
        await _world.Type("/model sonnet@personal", _world.Shared(1));

        var answer = await _world.Answer("hello", _world.Shared(1, thread: "5"));

        Assert.That(_world.Vendor.Seen.Single().Profile.Name, Is.EqualTo("personal"));
        Assert.That(answer.Session.Inherited, Is.True);
        Assert.That(answer.Session.Model.Short, Is.EqualTo("sonnet"));
    }

    [Test]
    public async Task Change_in_the_conversation_reaches_the_thread_at_once()
    {
        await _world.Type("/model @personal", _world.Shared(1));
        await _world.Type("/model @work", _world.Shared(1));

        await _world.Answer("hello", _world.Shared(1, thread: "5"));

        Assert.That(_world.Vendor.Seen.Single().Profile.Name, Is.EqualTo("work"));
    }

    [Test]
    public async Task First_choice_in_a_thread_is_stored_whole_and_breaks_the_link()
    {
        await _world.Type("/model sonnet@personal", _world.Shared(1));
        await _world.Type("/model opus", _world.Shared(1, thread: "5"));
        await _world.Type("/model @work", _world.Shared(1));

        await _world.Answer("hello", _world.Shared(1, thread: "5"));

        Assert.That(_world.Vendor.Seen.Single().Profile.Name, Is.EqualTo("personal"));
    }

    [Test]
    public async Task Inherit_restores_the_link()
    {
        await _world.Type("/model @personal", _world.Shared(1));
        await _world.Type("/model opus@work", _world.Shared(1, thread: "5"));

        var reply = await _world.Type<CommandReply.ChoiceChanged>("/model inherit", _world.Shared(1, thread: "5"));

        Assert.That(reply.Session!.Inherited, Is.True);
        Assert.That(reply.Resolution.DecidedBy, Is.EqualTo(Precedence.InheritedUserPin));
    }

    [Test]
    public async Task Undo_of_the_first_own_choice_restores_the_link_and_not_a_copy()
    {
        await _world.Type("/model @personal", _world.Shared(1));
        await _world.Type("/model opus@work", _world.Shared(1, thread: "5"));
        await _world.Type("/model undo", _world.Shared(1, thread: "5"));
        await _world.Type("/model sonnet", _world.Shared(1));

        var status = await _world.Type<CommandReply.Status>("/model status", _world.Shared(1, thread: "5"));

        Assert.That(status.Session!.Model.Short, Is.EqualTo("sonnet"));
        Assert.That(status.Session.Inherited, Is.True);
    }

    [Test]
    public async Task Automatic_pins_are_not_inherited()
    {
        await _world.Answer("hello", _world.Shared(1));

        var status = await _world.Type<CommandReply.Status>("/model status", _world.Shared(1, thread: "5"));

        Assert.That(status.Session!.Pins.Single().State, Is.EqualTo(PinStateName.Unpinned));
    }

    [Test]
    public async Task End_of_the_conversations_pin_is_told_in_the_thread()
    {
        await _world.Type("/model sonnet@personal for 2h", _world.Shared(1));
        _world.Time.Advance(TimeSpan.FromHours(3));

        var status = await _world.Type<CommandReply.Status>("/model status", _world.Shared(1, thread: "5"));

        Assert.That(status.Session!.IsDefault, Is.True);
        Assert.That(status.Notices.OfType<Notice.ChoiceEnded>(), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Change_of_payer_through_the_link_within_a_class_is_announced()
    {
        await _world.Type("/model @personal", _world.Shared(1));
        await _world.Answer("one", _world.Shared(1, thread: "5"));
        await _world.Type("/model @work", _world.Shared(1));

        var answer = await _world.Answer("two", _world.Shared(1, thread: "5"));

        Assert.That(answer.Notices.OfType<Notice.PayerChanged>(), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Change_that_nobody_chose_is_asked_about_in_a_thread_as_anywhere()
    {
        await _world.Answer("one", _world.Shared(1, thread: "5"));
        var served = _world.Vendor.Seen.Single().Profile.ToString();
        _world.Vendor.Fail(served, () => new Core.Chat.VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit));

        var refusal = await _world.Refusal("two", _world.Shared(1, thread: "5"));

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.PayerChange));
    }

    [Test]
    public async Task Refused_pin_of_the_conversation_is_not_tried_again_in_its_thread()
    {
        await _world.Type("/model @personal", _world.Shared(1));
        _world.Vendor.Fail("anthropic:personal", () => new Core.Chat.VendorException(ErrorCode.VendorRefused, FailureReason.Auth));
        await _world.Refusal("one", _world.Shared(1, thread: "5"));
        _world.Time.Advance(TimeSpan.FromHours(2));

        var refusal = await _world.Refusal("two", _world.Shared(1, thread: "5"));

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.PinRefused));
        Assert.That(_world.Vendor.Seen, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Public_reply_offers_nothing_that_names_a_profile()
    {
        var wrong = await _world.Type<CommandReply.Failed>("/model opus@wrok", _world.Shared(1));
        await _world.Type("/model @work", _world.Shared(1));
        var once = await _world.Refusal("/gpt hello", _world.Shared(1));

        Assert.That(wrong.Works.Concat(once.Works), Is.Empty);
    }

    [Test]
    public async Task Change_of_vendor_through_the_link_is_asked_about()
    {
        await _world.Type("/model @personal", _world.Shared(1));
        await _world.Answer("one", _world.Shared(1, thread: "5"));
        await _world.Type("/model gpt@openai:work", _world.Shared(1));

        var refusal = await _world.Refusal("two", _world.Shared(1, thread: "5"));

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.PayerChange));
    }
}
