using System.Globalization;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Access;

/// <summary>Who may do what, as people of a chat meet it.</summary>
public sealed class RightsInChatTests
{
    private static readonly string[] Commands =
    [
        "/model", "/model list", "/model status", "/model why", "/model history", "/model opus", "/model opus@work", "/model opus ?",
        "/model reset", "/model unpin", "/model inherit", "/model undo", "/model test", "/model clear @work", "/model allow", "/model deny", "/model 1", "/opus", "/opus tell me",
    ];

    [TestCaseSource(nameof(Commands))]
    public async Task Stranger_gets_one_answer_to_every_command_and_nothing_is_spent_or_changed(string typed)
    {
        await using var world = World();

        var reply = await world.Type<CommandReply.Failed>(typed, world.Private(666));

        Assert.That(reply.Code, Is.EqualTo(ErrorCode.RightMissing).Or.EqualTo(ErrorCode.NothingAsked));
        Assert.That(reply.Session, Is.Null);
        Assert.That(world.Vendor.Seen, Is.Empty);
        Assert.That(await world.Sessions.ListAsync(10, default), Is.Empty);
    }

    [Test]
    public async Task First_comer_who_asks_for_help_is_told_how_to_become_the_owner()
    {
        await using var unowned = World();
        await using var owned = World();
        await owned.Access.SaveOwnerAsync(new Person("telegram", 1), owner: true, default);

        var first = await unowned.Type<CommandReply.Failed>("/model help", unowned.Private(666));
        var stranger = await owned.Type<CommandReply.Failed>("/model help", owned.Private(666));

        Assert.That((first.Code, first.Grant), Is.EqualTo((ErrorCode.OwnerMissing, (string?)null)));
        Assert.That(stranger.Code, Is.EqualTo(ErrorCode.RightMissing));
    }

    [Test]
    public async Task Stranger_is_shown_what_an_owner_types_to_let_them_in()
    {
        await using var world = World();

        var alone = await world.Type<CommandReply.Failed>("/model status", world.Private(666));
        var among = await world.Type<CommandReply.Failed>("/model status", world.Shared(666));
        var topic = await world.Type<CommandReply.Failed>("/model status", world.Shared(666, thread: "5"));

        Assert.That(alone.Grant, Is.EqualTo("chatauth access allow telegram:666 ask,view"));
        Assert.That(among.Grant, Is.EqualTo("chatauth access allow telegram:666 ask,view --in telegram:7:-100"));
        Assert.That(topic.Grant, Is.EqualTo("chatauth access allow telegram:666 ask,view --in telegram:7:-100"));
    }

    [Test]
    public async Task What_an_owner_types_reaches_this_installation()
    {
        await using var world = new TestWorld(settings => settings with { HostCommandPrefix = "CHATAUTH_STATE_DIR=~/.chatauth/demo " });

        var refused = await world.Type<CommandReply.Failed>("/model status", world.Private(666));

        Assert.That(refused.Grant, Is.EqualTo("CHATAUTH_STATE_DIR=~/.chatauth/demo chatauth access allow telegram:666 ask,view"));
    }

    [Test]
    public async Task Operator_and_other_refusals_are_shown_no_grant()
    {
        await using var world = World(Rights.All);

        var denied = await world.Type<CommandReply.Failed>("/model unpin", world.Operator());
        var unknown = await world.Type<CommandReply.Failed>("/model nothing", world.Private(1));

        Assert.That((denied.Grant, unknown.Grant), Is.EqualTo(((string?)null, (string?)null)));
    }

    [Test]
    public async Task Message_of_a_stranger_never_reaches_a_model()
    {
        await using var world = World();

        var results = new[] { await world.Handle("hello", world.Private(666)), await world.Handle("hello", world.Shared(666)) };

        Assert.That(results, Is.All.InstanceOf<HandleResult.Ignored>());
    }

    [Test]
    public async Task Message_of_nobody_is_ignored_even_as_a_command()
    {
        await using var world = World();
        var relay = world.Context(new Asker(null, world.Shared(1).Asker.Conversation, false));

        Assert.That(await world.Handle("/model opus", relay), Is.InstanceOf<HandleResult.Ignored>());
    }

    [TestCase(Rights.View, "/model opus", "right-missing")]
    [TestCase(Rights.View | Rights.Switch, "/model opus", null)]
    [TestCase(Rights.View | Rights.Switch, "/model opus@work", "right-missing")]
    [TestCase(Rights.View | Rights.Pin, "/model @work", null)]
    [TestCase(Rights.View | Rights.Pin, "/model opus@work", "right-missing")]
    [TestCase(Rights.View | Rights.Switch, "/model unpin", "right-missing")]
    [TestCase(Rights.View | Rights.Switch, "/model test", "right-missing")]
    public async Task Each_change_needs_its_right(Rights rights, string typed, string? code)
    {
        await using var world = World(rights);

        var reply = await world.Type(typed, world.Private(1));

        Assert.That((reply as CommandReply.Failed)?.Code.Id, Is.EqualTo(code));
    }

    [TestCase("/model reset")]
    [TestCase("/model undo")]
    public async Task Pin_of_another_is_not_dropped_by_somebody_who_may_not_pin(string typed)
    {
        await using var world = World(Rights.View | Rights.Switch | Rights.Ask);
        var pinned = world.Private(1) with { Asker = world.Private(1).Asker with { IsOperator = true } };
        await world.Type("/model @work", pinned);

        var reply = await world.Type<CommandReply.Failed>(typed, world.Private(1));

        Assert.That(reply.Code, Is.EqualTo(ErrorCode.RightMissing));
        Assert.That(reply.Session!.Pins.Single().State, Is.EqualTo(PinStateName.UserPinned));
    }

    [Test]
    public async Task Rights_are_read_again_when_the_change_is_applied()
    {
        await using var world = World();
        await world.Access.SaveOwnerAsync(new Person("telegram", 5), true, default);
        await world.Type<CommandReply.ChoiceChanged>("/model sonnet", world.Private(5));
        await world.Access.SaveOwnerAsync(new Person("telegram", 5), false, default);

        var reply = await world.Type<CommandReply.Failed>("/model opus", world.Private(5));

        Assert.That(reply.Code, Is.EqualTo(ErrorCode.RightMissing));
    }

    [Test]
    public async Task Claim_code_makes_its_sender_an_owner_once()
    {
        await using var world = World();
        var code = ClaimCode.Create([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        await world.Access.SaveClaimAsync(code.Hash, world.Time.GetUtcNow().AddMinutes(15), default);

        var first = await world.Type($"/model claim {code.Text}", world.Private(5));
        var second = await world.Type<CommandReply.Failed>($"/model claim {code.Text}", world.Private(6));

        Assert.That(first, Is.InstanceOf<CommandReply.Claimed>());
        Assert.That(second.Code, Is.EqualTo(ErrorCode.ClaimWrong));
        Assert.That((await world.Access.LoadAsync(default)).Owners, Is.EqualTo(new[] { new Person("telegram", 5) }));
    }

    /// <summary>The reply may have got lost with the process that was giving it, and the code is spent.</summary>
    [Test]
    public async Task Owner_whose_claim_is_told_again_is_told_again_that_it_worked()
    {
        await using var world = World();
        var code = ClaimCode.Create([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        await world.Access.SaveClaimAsync(code.Hash, world.Time.GetUtcNow().AddMinutes(15), default);
        var context = world.Private(5);
        await world.Type($"/model claim {code.Text}", context);

        var again = await world.Type($"/model claim {code.Text}", context);

        Assert.That(again, Is.InstanceOf<CommandReply.Claimed>());
    }

    [Test]
    public async Task Claim_code_shown_in_public_is_refused_and_void()
    {
        await using var world = World();
        var code = ClaimCode.Create([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        await world.Access.SaveClaimAsync(code.Hash, world.Time.GetUtcNow().AddMinutes(15), default);

        var open = await world.Type<CommandReply.Failed>($"/model claim {code.Text}", world.Shared(5));
        var late = await world.Type<CommandReply.Failed>($"/model claim {code.Text}", world.Private(5));

        Assert.That(open.Code, Is.EqualTo(ErrorCode.ClaimInPublic));
        Assert.That(late.Code, Is.EqualTo(ErrorCode.ClaimWrong));
    }

    [TestCase("/model claim {0} please")]
    [TestCase("/model claim please {0}")]
    [TestCase("/model claim\n{0}")]
    [TestCase("/model: claim {0}\nthanks")]
    [TestCase("/MODEL CLAIM \"{0}\".")]
    [TestCase("/model claim my code: {1}")]
    public async Task Claim_code_shown_in_public_is_void_in_whatever_text_it_stands(string typed)
    {
        await using var world = World();
        var code = ClaimCode.Create([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        await world.Access.SaveClaimAsync(code.Hash, world.Time.GetUtcNow().AddMinutes(15), default);

        var open = await world.Type<CommandReply.Failed>(string.Format(CultureInfo.InvariantCulture, typed, code.Text, code.Text.Replace('-', ' ')), world.Shared(5));
        var late = await world.Type<CommandReply.Failed>($"/model claim {code.Text}", world.Private(5));

        Assert.That(open.Code, Is.EqualTo(ErrorCode.ClaimInPublic));
        Assert.That(late.Code, Is.EqualTo(ErrorCode.ClaimWrong));
    }

    [Test]
    public async Task Claim_with_more_than_the_code_in_private_is_an_error_and_no_try()
    {
        await using var world = World(Rights.View);
        var code = ClaimCode.Create([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        await world.Access.SaveClaimAsync(code.Hash, world.Time.GetUtcNow().AddMinutes(15), default);

        for (var i = 0; i < 5; i++)
        {
            var wrong = await world.Type<CommandReply.Failed>($"/model claim {code.Text} please", world.Private(1));
            Assert.That(wrong.Code, Is.EqualTo(ErrorCode.TextUnexpected));
        }

        Assert.That(await world.Type($"/model claim {code.Text}", world.Private(1)), Is.InstanceOf<CommandReply.Claimed>());
    }

    [Test]
    public async Task Claim_code_ends_after_a_quarter_of_an_hour()
    {
        await using var world = World();
        var code = ClaimCode.Create([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        await world.Access.SaveClaimAsync(code.Hash, world.Time.GetUtcNow().AddMinutes(15), default);
        world.Time.Advance(TimeSpan.FromMinutes(16));

        var reply = await world.Type<CommandReply.Failed>($"/model claim {code.Text}", world.Private(5));

        Assert.That(reply.Code, Is.EqualTo(ErrorCode.ClaimWrong));
    }

    [Test]
    public async Task Five_wrong_codes_end_that_persons_tries_for_a_day()
    {
        await using var world = World();
        var code = ClaimCode.Create([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        await world.Access.SaveClaimAsync(code.Hash, world.Time.GetUtcNow().AddMinutes(15), default);
        for (var i = 0; i < 5; i++) await world.Type("/model claim wrong", world.Private(5));

        var sixth = await world.Type<CommandReply.Failed>($"/model claim {code.Text}", world.Private(5));

        Assert.That(sixth.Code, Is.EqualTo(ErrorCode.ClaimTriesUsedUp));
    }

    private static TestWorld World(Rights rights = Rights.None)
    {
        var world = new TestWorld(settings => settings with
        {
            AccessRules = rights is Rights.None ? [] : [new("alice", false, rights, new Person("telegram", 1), null, ConversationPattern.Private)],
        });
        world.Credentials.Login("anthropic:work");
        return world;
    }
}
