using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.AI;

namespace ChatAuth.Core.Tests.Commands;

/// <summary>A button that answers a question answers that question, once, while the choice stands under which it was asked.</summary>
internal sealed class ConsentButtonTests
{
    private TestWorld _world = null!;

    private CommandContext Alice => _world.Private(1) with { HasButtons = true };

    /// <summary>A subscription has paid and rests now: only a metered key is left.</summary>
    [SetUp]
    public async Task SetUp()
    {
        _world = new TestWorld(settings => settings with
        {
            AccessRules = [new("private", false, Rights.All, null, null, ConversationPattern.Private)],
        });
        _world.Credentials.Login("anthropic:plan").Key("anthropic:api");
        await _world.Answer("first", Alice);
        _world.Vendor.Fail("anthropic:plan", () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit));
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    private Task<HandleResult> Tap(ReplyAction button, CommandContext? context = null) => _world.Chat.TapAsync(context ?? Alice, button.Token!);

    private static ErrorCode? CodeOf(HandleResult result) => ((result as HandleResult.Handled)?.Reply as CommandReply.Failed)?.Code;

    [Test]
    public async Task Yes_to_one_message_sends_the_held_one_and_a_second_tap_sends_none()
    {
        var asked = await _world.Refusal("second", Alice);

        var first = await Tap(asked.Button(ReplyActionKind.AllowOnce));
        var second = await Tap(asked.Button(ReplyActionKind.AllowOnce));

        Assert.That(first, Is.EqualTo(new HandleResult.AskModel("second", null)));
        Assert.That(CodeOf(second), Is.EqualTo(ErrorCode.NothingAsked));
    }

    [Test]
    public async Task Redelivered_yes_sends_the_held_message_once()
    {
        var asked = await _world.Refusal("second", Alice);
        var tap = Alice;
        await Tap(asked.Button(ReplyActionKind.AllowOnce), tap);

        var again = await Tap(asked.Button(ReplyActionKind.AllowOnce), tap);

        Assert.That(CodeOf(again), Is.EqualTo(ErrorCode.NothingAsked));
    }

    [Test]
    public async Task Redelivered_yes_whose_answer_was_under_way_is_asked_about()
    {
        var asked = await _world.Refusal("second", Alice);
        var tap = Alice;
        var yes = asked.Button(ReplyActionKind.AllowOnce);
        await Tap(yes, tap);
        using var process = new CancellationTokenSource();
        _world.Vendor.Until = new TaskCompletionSource().Task;
        var answering = _world.Chat.AskAsync(tap, [new(ChatRole.User, "second")], null, process.Token);
        await process.CancelAsync();
        await ((Task)answering).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        var again = await Tap(yes, tap);
        var question = (CommandReply.Failed)((HandleResult.Handled)again).Reply;
        var allowed = await Tap(question.Button(ReplyActionKind.AllowOnce));

        Assert.That(question.Code, Is.EqualTo(ErrorCode.AttemptOpen));
        Assert.That(((CommandReply.Consented)((HandleResult.Handled)allowed).Reply).SendAgain);
        Assert.That(_world.Vendor.Seen.Count(seen => seen.Profile.Name == "api"), Is.EqualTo(1));
    }

    [Test]
    public async Task Redelivered_yes_that_was_answered_says_so()
    {
        var asked = await _world.Refusal("second", Alice);
        var tap = Alice;
        await Tap(asked.Button(ReplyActionKind.AllowOnce), tap);
        await _world.Chat.AskAsync(tap, [new(ChatRole.User, "second")]);

        var again = await Tap(asked.Button(ReplyActionKind.AllowOnce), tap);

        Assert.That(CodeOf(again), Is.EqualTo(ErrorCode.AlreadyAnswered));
    }

    [Test]
    public async Task Yes_for_the_session_is_not_asked_again()
    {
        var asked = await _world.Refusal("second", Alice);

        await Tap(asked.Button(ReplyActionKind.AllowSession));
        var answer = await _world.Answer("third", Alice);

        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:api"));
    }

    [Test]
    public async Task No_forgets_the_message_and_asks_again_at_the_next()
    {
        var asked = await _world.Refusal("second", Alice);

        var denied = (HandleResult.Handled)await Tap(asked.Button(ReplyActionKind.Deny));
        var next = await _world.Refusal("third", Alice);

        Assert.That(((CommandReply.Consented)denied.Reply).Scope, Is.Null);
        Assert.That(next.Code, Is.EqualTo(ErrorCode.PayerChange));
        Assert.That(_world.Vendor.Seen.Select(seen => seen.Profile.Name), Has.None.EqualTo("api"));
    }

    [TestCase(ReplyActionKind.AllowOnce)]
    [TestCase(ReplyActionKind.AllowSession)]
    [TestCase(ReplyActionKind.Deny)]
    public async Task Answer_to_an_earlier_question_does_not_answer_a_newer_one(ReplyActionKind kind)
    {
        var earlier = await _world.Refusal("second", Alice);
        var newer = await _world.Refusal("third", Alice);

        var late = await Tap(earlier.Button(kind));
        var intime = await Tap(newer.Button(ReplyActionKind.AllowOnce));

        Assert.That(CodeOf(late), Is.EqualTo(ErrorCode.NothingAsked));
        Assert.That(intime, Is.EqualTo(new HandleResult.AskModel("third", null)));
    }

    [TestCase(ReplyActionKind.AllowOnce)]
    [TestCase(ReplyActionKind.Deny)]
    public async Task Answer_after_the_choice_moved_is_refused(ReplyActionKind kind)
    {
        var asked = await _world.Refusal("second", Alice);
        await _world.Type("/model sonnet", Alice);

        var late = await Tap(asked.Button(kind));

        Assert.That(CodeOf(late), Is.EqualTo(ErrorCode.ChoiceMoved));
        Assert.That(_world.Vendor.Seen.Select(seen => seen.Profile.Name), Has.None.EqualTo("api"));
    }

    [Test]
    public async Task Answer_by_who_may_not_pin_any_more_is_refused()
    {
        var asked = await _world.Refusal("second", Alice);
        await _world.Access.SaveRuleAsync(new AccessRule("no-pin", true, Rights.Pin, new Person("telegram", 1), null, ConversationPattern.Private), default);

        Assert.That(CodeOf(await Tap(asked.Button(ReplyActionKind.AllowOnce))), Is.EqualTo(ErrorCode.RightMissing));
    }

    [Test]
    public async Task Answer_of_a_day_ago_shows_the_list_and_allows_nothing()
    {
        var asked = await _world.Refusal("second", Alice);
        _world.Time.Advance(TimeSpan.FromHours(25));

        var late = (HandleResult.Handled)await Tap(asked.Button(ReplyActionKind.AllowSession));

        Assert.That(((CommandReply.Picker)late.Reply).Because, Is.EqualTo(ErrorCode.PickerStale));
        Assert.That((await _world.Sessions.LoadAsync(Alice.Asker.Conversation, null, default)).Session.State.Consents, Is.Empty);
    }
}
