using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Sessions;

namespace ChatAuth.Core.Tests.Commands;

/// <summary>A tap does what the same words do when typed, and nothing else.</summary>
internal sealed class TapCommandsTests
{
    private static readonly SessionKey Key = new("telegram", "7", "1");
    private TestWorld _world = null!;

    private CommandContext Alice => Buttons(_world);

    private static CommandContext Buttons(TestWorld world) => world.Private(1) with { HasButtons = true };

    /// <summary>Everybody may do everything in private.</summary>
    private static TestWorld World()
    {
        var world = new TestWorld(settings => settings with
        {
            AccessRules = [new("private", false, Rights.All, null, null, ConversationPattern.Private)],
        });
        world.Credentials.Login("anthropic:work").Login("anthropic:personal").Key("openai:work");
        return world;
    }

    [SetUp]
    public void SetUp() => _world = World();

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    [Test]
    public async Task Buttons_are_only_where_the_context_has_them()
    {
        var typed = await _world.Type("/model list", _world.Private(1));
        var shown = await _world.Type("/model list", Alice);

        Assert.That(typed.Actions.Select(action => action.Token), Is.All.Null);
        Assert.That(shown.Actions.Select(action => action.Token), Is.Unique.And.All.Length.EqualTo(63));
    }

    [TestCase("/model list")]
    [TestCase("/model status")]
    [TestCase("/model opus@work")]
    [TestCase("/model 1")]
    public async Task Every_button_of_a_reply_does_what_its_words_do(string typed)
    {
        var count = (await Begin(_world, typed)).Count;

        for (var button = 0; button < count; button++)
        {
            await using TestWorld tapping = World(), typing = World();
            var tapped = (await Begin(tapping, typed))[button];
            await tapping.Tap(tapped, Buttons(tapping));
            await Begin(typing, typed);
            await typing.Type(tapped.Typed!, Buttons(typing));

            Assert.That(await State(tapping), Is.EqualTo(await State(typing)).Using<SessionState>(SessionStates.AreSame), tapped.Typed);
        }

        static async Task<IReadOnlyList<ReplyAction>> Begin(TestWorld world, string typed)
        {
            await world.Type("/model sonnet@personal", Buttons(world));
            await world.Type("/model list", Buttons(world));
            return [.. (await world.Type(typed, Buttons(world))).Actions.Where(action => action.Typed is not null)];
        }
    }

    [Test]
    public async Task Row_that_one_account_can_serve_is_taken_at_once()
    {
        var list = await _world.Type("/model list", Alice);

        var reply = (CommandReply.ChoiceChanged)await _world.Tap(list.Row("gpt"), Alice);

        Assert.That((reply.Change, reply.Changed, reply.Session!.Model.Short), Is.EqualTo((ChoiceChange.Selected, true, "gpt")));
    }

    [Test]
    public async Task Row_that_several_accounts_can_serve_asks_for_the_account_first()
    {
        var list = await _world.Type("/model list", Alice);

        var accounts = await _world.Tap<CommandReply.AccountPicker>(list.Row("opus"), Alice);
        var reply = await _world.Tap<CommandReply.ChoiceChanged>(accounts.Account("anthropic:personal"), Alice);

        Assert.That(accounts.Session!.IsDefault, Is.True);
        Assert.That((reply.Change, reply.Resolution.Next!.Name), Is.EqualTo((ChoiceChange.Pinned, "anthropic:personal")));
    }

    [Test]
    public async Task Account_step_offers_the_model_without_an_account_and_the_way_back()
    {
        var accounts = await _world.Tap((await _world.Type("/model list", Alice)).Row("sonnet"), Alice);

        var model = await _world.Tap<CommandReply.ChoiceChanged>(accounts.Actions.Single(action => action is { Kind: ReplyActionKind.Select, Profile: null }), Alice);
        var list = await _world.Tap<CommandReply.Picker>(model.Button(ReplyActionKind.List), Alice);

        Assert.That(model.Session!.Model.Short, Is.EqualTo("sonnet"));
        Assert.That(list.Because, Is.Null);
    }

    [Test]
    public async Task Views_are_shown_also_by_buttons_of_an_earlier_choice()
    {
        var status = await _world.Type("/model status", Alice);
        await _world.Type("/model gpt", Alice);

        Assert.That(await _world.Tap(status.Button(ReplyActionKind.Status), Alice), Is.InstanceOf<CommandReply.Status>());
        Assert.That(await _world.Tap(status.Button(ReplyActionKind.Why), Alice), Is.InstanceOf<CommandReply.Why>());
        Assert.That(await _world.Tap(status.Button(ReplyActionKind.List), Alice), Is.InstanceOf<CommandReply.Picker>());
        Assert.That(await _world.Tap(status.Button(ReplyActionKind.Accounts), Alice), Is.InstanceOf<CommandReply.AccountPicker>());
    }

    [Test]
    public async Task Probe_tries_what_would_serve_next_and_a_stale_one_tries_nothing()
    {
        var status = await _world.Type("/model status", Alice);
        var tested = await _world.Tap<CommandReply.Tested>(status.Button(ReplyActionKind.Test), Alice);
        await _world.Type("/model gpt", Alice);

        var stale = await _world.Tap<CommandReply.Picker>(status.Button(ReplyActionKind.Test), Alice);

        Assert.That(tested.Failure, Is.Null);
        Assert.That(stale.Because, Is.EqualTo(ErrorCode.ChoiceMoved));
        Assert.That(_world.Vendor.Seen, Has.Exactly(1).Items);
    }

    [Test]
    public async Task Undo_takes_its_change_back_once()
    {
        var changed = await _world.Type("/model gpt", Alice);

        var undone = await _world.Tap<CommandReply.ChoiceChanged>(changed.Button(ReplyActionKind.Undo), Alice);
        var again = await _world.Tap<CommandReply.Picker>(changed.Button(ReplyActionKind.Undo), Alice);

        Assert.That(undone.Session!.IsDefault, Is.True);
        Assert.That((again.Because, again.Session!.IsDefault), Is.EqualTo((ErrorCode.ChoiceMoved, true)));
    }

    [Test]
    public async Task Unpin_drops_the_pin_that_its_status_showed()
    {
        await _world.Type("/model opus@work", Alice);
        var status = await _world.Type("/model status", Alice);

        var reply = await _world.Tap<CommandReply.ChoiceChanged>(status.Button(ReplyActionKind.Unpin), Alice);

        Assert.That((reply.Change, reply.Session!.Pins.Single().State), Is.EqualTo((ChoiceChange.Unpinned, PinStateName.Unpinned)));
    }

    [Test]
    public async Task Selection_of_a_span_ends_that_long_after_the_tap()
    {
        _world.Credentials.Key("anthropic:Team").Key("anthropic:team");
        var asked = await _world.Type<CommandReply.Failed>("/model sonnet@TEAM for 2h", Alice);
        _world.Time.Advance(TimeSpan.FromHours(5));

        var reply = await _world.Tap<CommandReply.ChoiceChanged>(asked.Account("anthropic:team"), Alice);

        Assert.That(asked.Code, Is.EqualTo(ErrorCode.ProfileAmbiguous));
        Assert.That(asked.Works, Does.Contain("/model sonnet@anthropic:team for 2h"));
        Assert.That(asked.Account("anthropic:team").Typed, Is.EqualTo("/model sonnet@anthropic:team for 2h"));
        Assert.That(reply.Session!.Until, Is.EqualTo(_world.Time.GetUtcNow().AddHours(2)));
    }

    [Test]
    public async Task Account_named_alone_keeps_the_model_as_when_typed()
    {
        _world.Credentials.Key("anthropic:Team").Key("anthropic:team");
        var asked = await _world.Type<CommandReply.Failed>("/model @TEAM", Alice);

        var reply = await _world.Tap<CommandReply.ChoiceChanged>(asked.Account("anthropic:team"), Alice);

        Assert.That((reply.Session!.IsDefault, reply.Resolution.Next!.Name), Is.EqualTo((true, "anthropic:team")));
    }

    [Test]
    public async Task Model_that_nobody_lists_has_a_row_and_accounts_that_keep_it()
    {
        await _world.Type("/model anthropic/claude-of-tomorrow", Alice);
        var list = await _world.Type("/model list", Alice);

        var accounts = await _world.Tap<CommandReply.AccountPicker>(list.Row("claude-of-tomorrow"), Alice);
        var first = await _world.Tap<CommandReply.ChoiceChanged>(accounts.Account("anthropic:work"), Alice);
        var second = await _world.Tap<CommandReply.ChoiceChanged>(accounts.Account("anthropic:work"), Alice);

        Assert.That(accounts.Account("anthropic:work").Typed, Is.EqualTo("/model @anthropic:work"));
        Assert.That((first.Session!.Model.Ref.Model, first.Resolution.Next!.Name), Is.EqualTo(("claude-of-tomorrow", "anthropic:work")));
        Assert.That((first.Changed, second.Changed), Is.EqualTo((true, false)));
        Assert.That((await _world.Answer("hello", Alice)).Receipt.Model.Ref.Model, Is.EqualTo("claude-of-tomorrow"));
    }

    [Test]
    public async Task Double_tap_on_an_account_changes_once_and_says_the_same()
    {
        var accounts = await _world.Tap((await _world.Type("/model list", Alice)).Row("opus"), Alice);
        var first = await _world.Tap<CommandReply.ChoiceChanged>(accounts.Account("anthropic:work"), Alice);

        var second = await _world.Tap<CommandReply.ChoiceChanged>(accounts.Account("anthropic:work"), Alice);

        Assert.That((first.Changed, second.Changed, second.Resolution.Next!.Name), Is.EqualTo((true, false, "anthropic:work")));
        Assert.That(await History(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Double_tap_on_a_row_changes_once_and_says_the_same()
    {
        var list = await _world.Type("/model list", Alice);
        await _world.Tap(list.Row("gpt"), Alice);

        var second = await _world.Tap<CommandReply.ChoiceChanged>(list.Row("gpt"), Alice);

        Assert.That((second.Changed, second.Session!.Model.Short), Is.EqualTo((false, "gpt")));
        Assert.That(await History(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Redelivered_tap_is_recognised_after_another_choice()
    {
        var list = await _world.Type("/model list", Alice);
        var tap = Alice;
        await _world.Tap(list.Row("gpt"), tap);
        await _world.Type("/model sonnet", Alice);

        var again = await _world.Tap<CommandReply.ChoiceChanged>(list.Row("gpt"), tap);

        Assert.That((again.Changed, again.Session!.Model.Short), Is.EqualTo((false, "sonnet")));
        Assert.That(await History(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Tap_is_never_superseded_by_a_later_message()
    {
        var list = await _world.Type("/model list", Alice);
        await _world.Type("/model opus", Alice with { Sequence = 100 });
        list = await _world.Type("/model list", Alice);

        var reply = await _world.Tap<CommandReply.ChoiceChanged>(list.Row("gpt"), Alice with { Sequence = 50 });

        Assert.That(reply.Session!.Model.Short, Is.EqualTo("gpt"));
        Assert.That((await State(_world)).LastTyped, Is.EqualTo(new MessageNumber("1", 100)));
    }

    [Test]
    public async Task End_that_a_tap_finds_is_told_once_with_its_reply()
    {
        await _world.Type("/model gpt for 2h", Alice);
        var status = await _world.Type("/model status", Alice);
        _world.Time.Advance(TimeSpan.FromHours(3));

        var reply = await _world.Tap(status.Button(ReplyActionKind.Status), Alice);

        Assert.That(reply.Notices.OfType<Notice.ChoiceEnded>(), Has.Exactly(1).Items);
    }

    [Test]
    public async Task End_that_a_stale_tap_finds_is_told_with_the_list()
    {
        await _world.Type("/model gpt for 2h", Alice);
        var list = await _world.Type("/model list", Alice);
        _world.Time.Advance(TimeSpan.FromHours(3));

        var reply = await _world.Tap<CommandReply.Picker>(list.Row("gemini"), Alice);

        Assert.That(reply.Because, Is.EqualTo(ErrorCode.ChoiceMoved));
        Assert.That(reply.Notices.OfType<Notice.ChoiceEnded>(), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Tap_of_nobody_is_ignored()
    {
        var list = await _world.Type("/model list", Alice);
        var nobody = _world.Context(Alice.Asker with { Person = null });

        Assert.That(await _world.Chat.TapAsync(nobody, list.Row("gpt").Token!), Is.InstanceOf<HandleResult.Ignored>());
    }

    [Test]
    public async Task Tap_of_another_person_is_told_whose_menu_it_is_not_and_changes_nothing()
    {
        await using var world = new TestWorld(settings => settings with
        {
            AccessRules = [new("group", false, Rights.All, null, null, TestWorld.Pattern("telegram:7:-100"))],
        });
        var list = await world.Type("/model list", world.Shared(1) with { HasButtons = true });

        var reply = await world.Tap<CommandReply.Failed>(list.Row("gpt"), world.Shared(2) with { HasButtons = true });

        Assert.That(reply.Code, Is.EqualTo(ErrorCode.MenuForeign));
        Assert.That(await world.Sessions.ListAsync(10, default), Is.Empty);
    }

    [Test]
    public async Task Text_that_is_no_token_is_answered_and_is_no_fault()
    {
        var reply = (CommandReply.Failed)await _world.Tap("é" + new string('=', 62), Alice);

        Assert.That((reply.Code, reply.Reference), Is.EqualTo((ErrorCode.MenuForeign, (string?)null)));
    }

    private static async Task<SessionState> State(TestWorld world) => (await world.Sessions.LoadAsync(Key, null, default)).Session.State;

    private async Task<IReadOnlyList<HistoryEntry>> History() => await _world.Sessions.ListHistoryAsync(Key, 10, default);
}
