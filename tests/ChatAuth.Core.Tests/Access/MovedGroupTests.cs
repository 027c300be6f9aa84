using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Access;

/// <summary>A group that migrated is one conversation under both ids, for the rules of the configuration too, whichever id they name.</summary>
public sealed class MovedGroupTests
{
    private const string Old = "telegram:7:-100";
    private const string New = "telegram:7:-1001";
    private static readonly ProfileId Work = ProfileId.Parse("anthropic:work");

    /// <summary>The id that the rule names, the one under which the message comes, and its thread.</summary>
    private static readonly object?[] Places =
    [
        new object?[] { Old, "-1001", null }, new object?[] { Old, "-1001", "5" }, new object?[] { Old, "-100", null },
        new object?[] { New, "-100", null }, new object?[] { New, "-100", "5" }, new object?[] { New, "-1001", null },
        new object?[] { Old + ":5", "-1001", "5" }, new object?[] { New + ":5", "-100", "5" },
    ];

    [TestCaseSource(nameof(Places))]
    public async Task Rule_gives_its_rights(string named, string conversation, string? thread)
    {
        await using var world = World(Allow(named));
        await Move(world);

        var reply = await world.Type<CommandReply.ChoiceChanged>("/model sonnet", world.Shared(1, conversation, thread));
        var message = await world.Handle("hello", world.Shared(1, conversation, thread));

        Assert.That(reply.Changed, Is.True);
        Assert.That(message, Is.InstanceOf<HandleResult.AskModel>());
    }

    [TestCaseSource(nameof(Places))]
    public async Task Deny_takes_them_away(string named, string conversation, string? thread)
    {
        await using var world = World(Allow(Old), Allow(New), Allow(Old) with { Id = "deny", Denies = true, Conversation = TestWorld.Pattern(named) });
        await Move(world);

        var reply = await world.Type<CommandReply.Failed>("/model sonnet", world.Shared(1, conversation, thread));
        var message = await world.Handle("hello", world.Shared(1, conversation, thread));

        Assert.That(reply.Code, Is.EqualTo(ErrorCode.RightMissing));
        Assert.That(message, Is.InstanceOf<HandleResult.Ignored>());
    }

    [TestCaseSource(nameof(Places))]
    public async Task Forbidden_profile_is_not_spent(string named, string conversation, string? thread)
    {
        await using var world = World(settings => settings with
        {
            AccessRules = [Allow(Old)],
            Rules = [new ProfileRule("no-work", RuleEffect.Forbid, [Work], [], [TestWorld.Pattern(named)], [], [])],
        });
        await Move(world);

        var refusal = await world.Refusal("hello", world.Shared(1, conversation, thread));

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.NobodyEligible));
        Assert.That(world.Vendor.Seen, Is.Empty);
    }

    [TestCaseSource(nameof(Places))]
    public async Task Profile_is_spent_where_its_audience_says(string named, string conversation, string? thread)
    {
        await using var world = World(settings => settings with
        {
            AccessRules = [Allow(Old)],
            Profiles = Shared([TestWorld.Pattern(named)]),
        });
        await Move(world);

        await world.Answer("hello", world.Shared(1, conversation, thread));

        Assert.That(world.Vendor.Seen.Single().Profile, Is.EqualTo(Work));
    }

    [TestCase(Old, "-1001")]
    [TestCase(New, "-100")]
    public async Task Rule_gives_nothing_to_the_other_id_before_the_move(string named, string conversation)
    {
        await using var world = World(Allow(named));

        Assert.That(await world.Handle("hello", world.Shared(1, conversation)), Is.InstanceOf<HandleResult.Ignored>());
    }

    [Test]
    public async Task Rule_for_one_thread_gives_nothing_to_another()
    {
        await using var world = World(Allow(Old + ":5"));
        await Move(world);

        Assert.That(await world.Handle("hello", world.Shared(1, "-1001", "6")), Is.InstanceOf<HandleResult.Ignored>());
    }

    [Test]
    public async Task Move_says_when_a_choice_under_the_new_id_won()
    {
        await using var world = World(Allow(Old), Allow(New));
        await world.Type("/model sonnet", world.Shared(1));
        await world.Type("/model opus", world.Shared(1, "-1001"));

        var outcomes = new[] { await Move(world), await Move(world) };

        Assert.That(outcomes, Is.EqualTo((MoveOutcome[])[MoveOutcome.KeptOwnChoice, MoveOutcome.AlreadyMoved]));
    }

    private static Task<MoveOutcome> Move(TestWorld world) =>
        world.Chat.MovedAsync(new SessionKey("telegram", "7", "-100"), new SessionKey("telegram", "7", "-1001"));

    private static AccessRule Allow(string where) => new("allow", false, Rights.All, null, null, TestWorld.Pattern(where));

    private static Dictionary<ProfileId, ProfileSettings> Shared(IReadOnlyList<ConversationPattern>? conversations) =>
        new() { [Work] = new(Work, null, null, null, new ProfileAudience(null, conversations, true)) };

    private static TestWorld World(params AccessRule[] rules) => World(settings => settings with { AccessRules = rules });

    private static TestWorld World(Func<Core.Hosting.ChatAuthSettings, Core.Hosting.ChatAuthSettings> configure)
    {
        var world = new TestWorld(settings => configure(settings with { Profiles = Shared(null) }));
        world.Credentials.Login("anthropic:work");
        return world;
    }
}
