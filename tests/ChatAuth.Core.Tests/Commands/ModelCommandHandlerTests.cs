using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Commands;

/// <summary>The rows of the command table: what is typed, and what happens.</summary>
public sealed class ModelCommandHandlerTests
{
    private TestWorld _world = null!;

    [SetUp]
    public void SetUp()
    {
        _world = new TestWorld();
        _world.Credentials.Login("anthropic:work", _world.Time.GetUtcNow().AddDays(20)).Login("anthropic:personal").Key("openai:work");
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    [Test]
    public async Task Alias_at_profile_selects_the_model_pins_the_profile_and_names_who_pays()
    {
        var reply = await _world.Type<CommandReply.ChoiceChanged>("/model sonnet@anthropic:work");

        Assert.That(reply.Change, Is.EqualTo(ChoiceChange.Pinned));
        Assert.That(reply.Session!.Model.Short, Is.EqualTo("sonnet"));
        Assert.That(reply.Session.Pins.Single().State, Is.EqualTo(PinStateName.UserPinned));
        Assert.That(reply.Resolution.Next!.Name, Is.EqualTo("anthropic:work"));
        Assert.That(reply.Resolution.DecidedBy, Is.EqualTo(Precedence.UserPin));
    }

    [Test]
    public async Task Pinned_profile_serves_the_next_message_and_the_receipt_says_so()
    {
        await _world.Type("/model opus@personal");

        var answer = await _world.Answer("hello");

        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:personal"));
        Assert.That(_world.Vendor.Seen.Single().Profile.ToString(), Is.EqualTo("anthropic:personal"));
    }

    [Test]
    public async Task At_profile_alone_keeps_the_model()
    {
        await _world.Type("/model sonnet");

        var reply = await _world.Type<CommandReply.ChoiceChanged>("/model @work");

        Assert.That(reply.Session!.Model.Short, Is.EqualTo("sonnet"));
        Assert.That(reply.Resolution.Next!.Name, Is.EqualTo("anthropic:work"));
    }

    [Test]
    public async Task Model_alone_leaves_every_pin_as_it_is()
    {
        await _world.Type("/model opus@personal");
        await _world.Type("/model gpt");

        var back = await _world.Type<CommandReply.ChoiceChanged>("/model sonnet");

        Assert.That(back.Resolution.Next!.Name, Is.EqualTo("anthropic:personal"));
        Assert.That(back.Session!.Pins.Select(pin => pin.State), Does.Contain(PinStateName.UserPinned));
    }

    [Test]
    public async Task Timed_choice_returns_by_itself_to_what_stood_before_with_one_notice()
    {
        await _world.Type("/model sonnet@personal");
        await _world.Type("/model opus@work for 2h");
        _world.Time.Advance(TimeSpan.FromHours(2));

        var status = await _world.Type<CommandReply.Status>("/model status");
        var again = await _world.Type<CommandReply.Status>("/model status");

        Assert.That(status.Session!.Model.Short, Is.EqualTo("sonnet"));
        Assert.That(status.Resolution.Next!.Name, Is.EqualTo("anthropic:personal"));
        Assert.That(status.Notices.OfType<Notice.ChoiceEnded>(), Has.Exactly(1).Items);
        Assert.That(again.Notices, Is.Empty);
    }

    [Test]
    public async Task Timed_model_and_its_pin_end_as_one_recorded_event()
    {
        await _world.Type("/model opus@work for 2h");
        _world.Time.Advance(TimeSpan.FromHours(3));

        var history = await _world.Type<CommandReply.History>("/model history");

        Assert.That(history.Entries.Select(entry => entry.Event), Is.EqualTo(new[] { "end-reached", "profile-pinned" }));
        Assert.That(history.Entries[0].By, Is.Null);
    }

    [Test]
    public async Task Question_mark_says_what_would_happen_and_changes_nothing()
    {
        var reply = await _world.Type<CommandReply.DryRun>("/model sonnet@work for 2h ?");

        var session = (await _world.Sessions.LoadAsync(_world.Operator().Asker.Conversation, null, default)).Session;
        Assert.That(reply.Resolution.Next!.Name, Is.EqualTo("anthropic:work"));
        Assert.That(session.Version, Is.Zero);
    }

    [Test]
    public async Task Dry_run_of_a_pin_that_could_not_serve_names_the_refusal()
    {
        _world.Credentials.Token("anthropic:old", _world.Time.GetUtcNow().AddDays(-1));

        var reply = await _world.Type<CommandReply.DryRun>("/model opus@old ?");

        Assert.That(reply.Refusal, Is.EqualTo(ErrorCode.PinExpired));
    }

    [Test]
    public async Task Dry_run_shows_the_choice_that_stands()
    {
        var reply = await _world.Type<CommandReply.DryRun>("/model sonnet@work ?");

        Assert.That(reply.Session!.Model.Short, Is.EqualTo("opus"));
        Assert.That(reply.Session.Pins.Single().State, Is.EqualTo(PinStateName.Unpinned));
    }

    [Test]
    public async Task Undo_leaves_the_resolvers_pins_of_other_providers()
    {
        await _world.Answer("hello");
        await _world.Type("/model gpt@openai:work");

        var undone = await _world.Type<CommandReply.ChoiceChanged>("/model undo");

        Assert.That(undone.Resolution.Next!.Name, Is.EqualTo("anthropic:work"));
        Assert.That(undone.Session!.Pins.Single(pin => pin.Provider.Name == "anthropic").State, Is.EqualTo(PinStateName.AutoPinned));
    }

    [Test]
    public async Task Pin_of_a_profile_that_rests_by_its_vendors_word_stands_and_the_message_is_asked_about()
    {
        _world.Credentials.Usage("anthropic:work", new ProfileHealth
        {
            LastFailure = _world.Time.GetUtcNow(), CooldownUntil = _world.Time.GetUtcNow().AddMinutes(30), EndIsVendors = true,
        });

        var reply = await _world.Type<CommandReply.ChoiceChanged>("/model opus@work");
        var refusal = await _world.Refusal("hello");

        Assert.That(reply.Resolution.Refusal, Is.EqualTo(ErrorCode.PinCooling));
        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.PinCooling));
        Assert.That(refusal.Actions.Select(action => action.Kind), Does.Contain(ReplyActionKind.AllowOnce));
    }

    [Test]
    public async Task Probe_of_a_forbidden_profile_is_refused_and_sends_nothing()
    {
        await using var world = new TestWorld(settings => settings with
        {
            Rules = [new ProfileRule("no-work", RuleEffect.Forbid, [ProfileId.Parse("anthropic:work")], [], [], [], [])],
        });
        world.Credentials.Login("anthropic:work");

        var named = await world.Type<CommandReply.Failed>("/model test opus@work");
        var unnamed = await world.Type<CommandReply.Failed>("/model test");

        Assert.That((named.Code, named.Rule), Is.EqualTo((ErrorCode.PinForbidden, "no-work")));
        Assert.That(unnamed.Code, Is.EqualTo(ErrorCode.NobodyEligible));
        Assert.That(world.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Pin_of_an_expired_profile_is_refused_at_once_and_nothing_changes()
    {
        _world.Credentials.Token("anthropic:old", _world.Time.GetUtcNow().AddDays(-1));

        var reply = await _world.Type<CommandReply.Failed>("/model opus@old");
        var status = await _world.Type<CommandReply.Status>("/model status");

        Assert.That(reply.Code, Is.EqualTo(ErrorCode.PinExpired));
        Assert.That(status.Session!.Pins.Single().State, Is.EqualTo(PinStateName.Unpinned));
    }

    [Test]
    public async Task Number_means_the_row_of_the_picker_shown_to_this_person()
    {
        await _world.Type<CommandReply.Picker>("/model");

        var reply = await _world.Type<CommandReply.ChoiceChanged>("/model 3");

        Assert.That(reply.Session!.Model.Short, Is.EqualTo("gpt"));
    }

    [Test]
    public async Task Number_of_a_row_with_several_accounts_asks_for_the_account()
    {
        await _world.Type("/model list");

        var reply = await _world.Type<CommandReply.AccountPicker>("/model 1");

        Assert.That(reply.Accounts.Select(account => account.Profile.Name), Is.EquivalentTo(new[] { "anthropic:work", "anthropic:personal" }));
        Assert.That(reply.Actions.Select(action => action.Typed), Does.Contain("/model opus@anthropic:work"));
    }

    [Test]
    public async Task Number_without_a_picker_gets_a_fresh_one_and_applies_nothing()
    {
        var reply = await _world.Type<CommandReply.Picker>("/model 3");

        Assert.That(reply.Because, Is.EqualTo(ErrorCode.PickerStale));
        Assert.That(reply.Session!.IsDefault, Is.True);
    }

    [Test]
    public async Task Number_after_the_choice_changed_gets_a_fresh_picker()
    {
        await _world.Type("/model");
        await _world.Type("/model gpt");

        var reply = await _world.Type<CommandReply.Picker>("/model 4");

        Assert.That(reply.Because, Is.EqualTo(ErrorCode.PickerStale));
    }

    [Test]
    public async Task Number_after_the_accounts_changed_gets_a_fresh_picker()
    {
        await _world.Type("/model");
        _world.Credentials.Key("openai:work", "another-fake-key");

        var reply = await _world.Type<CommandReply.Picker>("/model 3");

        Assert.That(reply.Because, Is.EqualTo(ErrorCode.PickerStale));
    }

    [Test]
    public async Task Number_sent_before_the_picker_arrived_gets_a_fresh_one()
    {
        var before = _world.Operator() with { SentAt = _world.Time.GetUtcNow() };
        _world.Time.Advance(TimeSpan.FromSeconds(5));
        await _world.Type("/model");

        var reply = await _world.Type<CommandReply.Picker>("/model 3", before);

        Assert.That(reply.Because, Is.EqualTo(ErrorCode.PickerStale));
    }

    [Test]
    public async Task Redelivered_number_does_not_pick_from_the_fresh_picker_that_answered_it()
    {
        var number = _world.Operator() with { SentAt = null };
        await _world.Type<CommandReply.Picker>("/model 4", number);

        var again = await _world.Type<CommandReply.Picker>("/model 4", number);

        Assert.That(again.Because, Is.EqualTo(ErrorCode.PickerStale));
    }

    [Test]
    public async Task Number_means_nothing_until_a_host_that_reports_delivery_has_reported_it()
    {
        var context = _world.Operator() with { ReportsDelivery = true };
        var picker = await _world.Type<CommandReply.Picker>("/model", context);
        var early = await _world.Type("/model 3", _world.Operator() with { ReportsDelivery = true });
        picker = await _world.Type<CommandReply.Picker>("/model", context);
        _world.Chat.Delivered(context, picker, _world.Time.GetUtcNow());

        var reply = await _world.Type("/model 3", _world.Operator() with { ReportsDelivery = true });

        Assert.That(early, Is.InstanceOf<CommandReply.Picker>());
        Assert.That(reply, Is.InstanceOf<CommandReply.ChoiceChanged>());
    }

    [Test]
    public async Task Status_tells_current_default_pinned_next_and_last_served_apart()
    {
        await _world.Answer("hello");
        await _world.Type("/model gpt@openai:work");

        var status = await _world.Type<CommandReply.Status>("/model status");

        Assert.That(status.Default.Short, Is.EqualTo("opus"));
        Assert.That(status.Session!.Model.Short, Is.EqualTo("gpt"));
        Assert.That(status.Resolution.Next!.Name, Is.EqualTo("openai:work"));
        Assert.That(status.LastServed!.Profile.Name, Is.EqualTo("anthropic:work"));
        Assert.That(status.Session.Pins.Single(pin => pin.State is PinStateName.UserPinned).Profile!.Name, Is.EqualTo("openai:work"));
    }

    [Test]
    public async Task Why_lists_every_candidate_with_one_reason()
    {
        _world.Credentials.Token("anthropic:old", _world.Time.GetUtcNow().AddDays(-1));
        await _world.Type("/model opus@work");

        var why = await _world.Type<CommandReply.Why>("/model why");

        Assert.That(
            why.Resolution.Candidates.ToDictionary(candidate => candidate.Profile.Name, candidate => candidate.Reason),
            Is.EquivalentTo(new Dictionary<string, CandidateReason>
            {
                ["anthropic:work"] = CandidateReason.Chosen,
                ["anthropic:personal"] = CandidateReason.AnotherIsPinned,
                ["anthropic:old"] = CandidateReason.Expired,
            }));
    }

    [Test]
    public async Task Reset_goes_back_to_the_default_without_pins()
    {
        await _world.Type("/model gpt@work");

        var reply = await _world.Type<CommandReply.ChoiceChanged>("/model reset");

        Assert.That(reply.Session!.IsDefault, Is.True);
        Assert.That(reply.Session.Pins.Single().State, Is.EqualTo(PinStateName.Unpinned));
    }

    [Test]
    public async Task Unpin_drops_the_pin_of_the_current_provider_only()
    {
        await _world.Type("/model opus@work");
        await _world.Type("/model gpt@openai:work");

        var reply = await _world.Type<CommandReply.ChoiceChanged>("/model unpin");

        Assert.That(reply.Session!.Pins.Select(pin => (pin.Provider.Name, pin.State)), Is.EquivalentTo(new[]
        {
            ("anthropic", PinStateName.UserPinned), ("openai", PinStateName.Unpinned),
        }));
    }

    [Test]
    public async Task Unpin_without_a_pin_says_so()
    {
        var reply = await _world.Type<CommandReply.Failed>("/model unpin");

        Assert.That(reply.Code, Is.EqualTo(ErrorCode.NothingPinned));
    }

    [Test]
    public async Task Undo_walks_back_one_change_by_a_person_at_a_time()
    {
        await _world.Type("/model sonnet");
        await _world.Type("/model gpt@openai:work");

        var first = await _world.Type<CommandReply.ChoiceChanged>("/model undo");
        var second = await _world.Type<CommandReply.ChoiceChanged>("/model undo");
        var third = await _world.Type<CommandReply.Failed>("/model undo");

        Assert.That(first.Session!.Model.Short, Is.EqualTo("sonnet"));
        Assert.That(second.Session!.IsDefault, Is.True);
        Assert.That(third.Code, Is.EqualTo(ErrorCode.NothingToUndo));
    }

    [Test]
    public async Task Undo_keeps_the_original_absolute_end()
    {
        await _world.Type("/model sonnet@work for 2h");
        var end = (await _world.Type<CommandReply.Status>("/model status")).Session!.Until;
        _world.Time.Advance(TimeSpan.FromHours(1));
        await _world.Type("/model gpt");

        var undone = await _world.Type<CommandReply.ChoiceChanged>("/model undo");

        Assert.That(undone.Session!.Until, Is.EqualTo(end));
    }

    [Test]
    public async Task Undo_does_not_bring_back_a_profile_that_is_gone()
    {
        await _world.Type("/model opus@personal");
        await _world.Type("/model unpin");
        _world.Credentials.Remove("anthropic:personal");

        var reply = await _world.Type<CommandReply.Failed>("/model undo");

        Assert.That(reply.Code, Is.EqualTo(ErrorCode.UndoNotPermitted));
    }

    [Test]
    public async Task Alias_alone_is_the_same_as_the_command()
    {
        var reply = await _world.Type<CommandReply.ChoiceChanged>("/sonnet@work");

        Assert.That(reply.Session!.Model.Short, Is.EqualTo("sonnet"));
        Assert.That(reply.Resolution.Next!.Name, Is.EqualTo("anthropic:work"));
    }

    [Test]
    public async Task Alias_with_a_prompt_asks_once_and_changes_no_state()
    {
        await _world.Answer("hello");

        var answer = await _world.Answer("/sonnet@work what is this?");
        var status = await _world.Type<CommandReply.Status>("/model status");

        Assert.That(answer.Receipt.Model.Short, Is.EqualTo("sonnet"));
        Assert.That(status.Session!.IsDefault, Is.True);
        Assert.That(status.LastServed!.Model.Short, Is.EqualTo("opus"));
        Assert.That(_world.Vendor.Seen.Last().Text, Is.EqualTo("what is this?"));
    }

    [TestCase("/model opus@wrok", "profile-unknown")]
    [TestCase("/model opos", "model-unknown")]
    [TestCase("/model opus@openai:work", "profile-of-other-provider")]
    [TestCase("/model opus please", "text-unexpected")]
    [TestCase("/model opus for 99999h", "span-invalid")]
    [TestCase("/model\nopus", "line-break")]
    [TestCase("/model list nowhere", "provider-unknown")]
    [TestCase("/model list 99", "page-unknown")]
    [TestCase("/model inherit", "no-parent")]
    [TestCase("/model allow", "nothing-asked")]
    [TestCase("/model deny", "nothing-asked")]
    [TestCase("/mdoel", "command-unknown")]
    public async Task Anything_else_is_an_error_with_a_code_and_changes_nothing(string typed, string code)
    {
        var reply = await _world.Type<CommandReply.Failed>(typed);
        var session = (await _world.Sessions.LoadAsync(_world.Operator().Asker.Conversation, null, default)).Session;

        Assert.That(reply.Code.Id, Is.EqualTo(code));
        Assert.That(session.Version, Is.Zero);
    }

    [Test]
    public async Task Near_miss_is_offered_and_never_applied()
    {
        var reply = await _world.Type<CommandReply.Failed>("/model opus@wrok");

        Assert.That(reply.Works, Does.Contain("/model opus@anthropic:work").Or.Contain("/model opus@work"));
        Assert.That(reply.Column, Is.Not.Null);
    }

    [TestCase("/model opus @work", "/model opus@work")]
    [TestCase("/model opus@work for 2 hours", "/model opus@work for 2h")]
    [TestCase("/model @work for 100d", "/model @work for 2h")]
    [TestCase("/model stauts", "/model status")]
    [TestCase("/model he", "/model help")]
    public async Task Misspelt_word_is_offered(string typed, string works)
    {
        var reply = await _world.Type<CommandReply.Failed>(typed);

        Assert.That(reply.Works, Does.Contain(works));
    }

    [Test]
    public async Task Test_probes_without_touching_receipts_or_the_choice()
    {
        var reply = await _world.Type<CommandReply.Tested>("/model test opus@personal");
        var status = await _world.Type<CommandReply.Status>("/model status");

        Assert.That(reply.Failure, Is.Null);
        Assert.That(_world.Vendor.Seen.Single().Profile.ToString(), Is.EqualTo("anthropic:personal"));
        Assert.That(status.LastServed, Is.Null);
    }

    /// <summary>The reply to the first may have got lost with the process that was giving it.</summary>
    [TestCase("/model opus@work", "/model undo", ChoiceChange.Undone)]
    [TestCase("/model sonnet", "/model reset", ChoiceChange.Reset)]
    [TestCase("/model sonnet", "/model opus@work", ChoiceChange.Pinned)]
    public async Task Redelivered_command_whose_choice_still_holds_gets_its_reply_again(string before, string typed, ChoiceChange change)
    {
        await _world.Type(before);
        var context = _world.Operator();
        await _world.Type(typed, context);

        var again = await _world.Type<CommandReply.ChoiceChanged>(typed, context);
        var history = await _world.Type<CommandReply.History>("/model history");

        Assert.That((again.Change, again.Changed), Is.EqualTo((change, true)));
        Assert.That(history.Entries, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Redelivered_command_is_recognised_and_applied_once()
    {
        var context = _world.Operator();
        await _world.Type("/model sonnet", context);
        await _world.Type("/model gpt");

        var again = await _world.Type<CommandReply.ChoiceChanged>("/model sonnet", context);
        var history = await _world.Type<CommandReply.History>("/model history");

        Assert.That(again.Changed, Is.False);
        Assert.That(again.Session!.Model.Short, Is.EqualTo("gpt"));
        Assert.That(history.Entries, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Secret_in_a_message_is_refused_before_anything_sees_it()
    {
        var reply = await _world.Type<CommandReply.Failed>("/model sk-ant-" + "api03-" + string.Concat(Enumerable.Repeat("FAKEfake0123", 8)));

        Assert.That(reply.Code, Is.EqualTo(ErrorCode.SecretInMessage));
        Assert.That(reply.DeleteOriginal, Is.True);
        Assert.That(_world.Vendor.Seen, Is.Empty);
    }
}
