using ChatAuth.Channels;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Core.Tests.Access;

/// <summary>To a person who may not use it, a hidden profile and an absent one are the same, to the byte.</summary>
public sealed class HiddenProfileTests
{
    private static readonly string[] Typed =
    [
        "/model", "/model list", "/model status", "/model why", "/model opus@secret", "/model opus@anthropic:secret", "/model @secret", "/model opus@secrett",
        "/model opus@work ?", "/model opus@work", "/model test opus@secret", "/opus@secret hello", "/model opus@s", "/model claude-opus-4-5@2025@secret", "/model 1",
        "/model undo", "/model history", "/model reset", "/model help",
    ];

    [TestCaseSource(nameof(Typed))]
    public async Task Replies_are_equal_with_a_hidden_profile_and_without(string typed)
    {
        await using var without = World(hidden: false);
        await using var with = World(hidden: true);

        var plain = await Say(without, typed);
        var veiled = await Say(with, typed);

        Assert.That(veiled, Is.EqualTo(plain));
    }

    [TestCaseSource(nameof(TypedOfModels))]
    public async Task Replies_are_equal_with_the_models_of_a_hidden_profile_and_without(string typed)
    {
        await using var without = await ListedWorld(hidden: false);
        await using var with = await ListedWorld(hidden: true);

        var plain = await Say(without.World, typed);
        var veiled = await Say(with.World, typed);

        Assert.That(veiled, Is.EqualTo(plain));
    }

    [TestCaseSource(nameof(TypedOfModels))]
    public async Task Buttons_are_equal_with_the_models_of_a_hidden_profile_and_without(string typed)
    {
        await using var without = await ListedWorld(hidden: false);
        await using var with = await ListedWorld(hidden: true);

        var plain = await Buttons(without.World, typed);
        var veiled = await Buttons(with.World, typed);

        Assert.That(veiled, Is.EqualTo(plain));
    }

    [Test]
    public async Task Completion_is_equal_with_the_models_of_a_hidden_profile_and_without()
    {
        await using var without = await ListedWorld(hidden: false);
        await using var with = await ListedWorld(hidden: true);

        var plain = await without.World.Services.GetRequiredService<ICompletionSource>().ListAsync(without.World.Private(2), default);
        var veiled = await with.World.Services.GetRequiredService<ICompletionSource>().ListAsync(with.World.Private(2), default);

        Assert.That(veiled.Models.Select(model => model.Ref), Is.EqualTo(plain.Models.Select(model => model.Ref)));
    }

    [Test]
    public async Task Ten_thousand_names_reveal_nothing()
    {
        await using var without = World(hidden: false);
        await using var with = World(hidden: true);
        var random = new Random(4711);

        for (var i = 0; i < 10_000; i++)
        {
            var name = i % 50 == 0 ? "secret" : string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => "secrtwok"[random.Next(8)]));
            var typed = $"/model opus@{name} ?";
            Assert.That(await Say(with, typed), Is.EqualTo(await Say(without, typed)), typed);
        }
    }

    [Test]
    public async Task Hidden_profile_pinned_by_another_is_a_private_account_and_is_not_spent()
    {
        await using var world = World(hidden: true);
        await world.Type("/model opus@secret", world.Shared(1));

        var refusal = await world.Refusal("hello", world.Shared(2));
        var status = await world.Type<CommandReply.Status>("/model status", world.Shared(2));

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.PinNotPermitted));
        Assert.That(status.ToPlainText(), Does.Not.Contain("secret"));
        Assert.That(world.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Undo_of_another_does_not_bring_a_hidden_profile_back()
    {
        await using var world = World(hidden: true);
        await world.Type("/model opus@secret", world.Shared(1));
        await world.Type("/model reset", world.Shared(2));

        var reply = await world.Type<CommandReply.Failed>("/model undo", world.Shared(2));

        Assert.That(reply.Code, Is.EqualTo(ErrorCode.UndoNotPermitted));
    }

    private static IEnumerable<string> TypedOfModels() =>
    [
        .. Typed, "/model list anthropic", "/models anthropic", "/model list anthropic 2", "/model anthropic/secret-model", "/model secret-model", "/model secret-modell",
        "/model secret-model@work", "/model secret-model@work ?", "/model anthropic/secret-model@work", "/model sonnet ?", "/model test secret-model", "/model 5", "/model list openai",
    ];

    private static async Task<ListedWorld> ListedWorld(bool hidden)
    {
        var world = new ListedWorld(Settings);
        if (hidden) await world.WithAsync(("anthropic:secret", ["secret-model", "claude-opus-4-5", "shared-model|Another name"]));
        return await world.WithAsync(("anthropic:work", ["claude-opus-4-5", "shared-model", "work-model"]));
    }

    private static async Task<string> Buttons(TestWorld world, string typed) => await world.Handle(typed, world.Private(2) with { HasButtons = true }) switch
    {
        HandleResult.Handled handled => string.Join('\n', handled.Reply.Actions.Select(action => $"{action.Kind} {action.Typed} {action.Provider} {action.Page} {action.Token}")),
        _ => "",
    };

    private static async Task<string> Say(TestWorld world, string typed) => await world.Handle(typed, world.Private(2)) switch
    {
        HandleResult.Handled handled => handled.Reply.ToPlainText(),
        HandleResult.AskModel ask => ask.ToString(),
        _ => "ignored",
    };

    private static ChatAuthSettings Settings(ChatAuthSettings settings)
    {
        var group = TestWorld.Pattern("telegram:7:-100");
        var secret = ProfileId.Parse("anthropic:secret");
        var work = ProfileId.Parse("anthropic:work");
        return settings with
        {
            AccessRules =
            [
                new("bob", false, Rights.All, new Person("telegram", 2), null, ConversationPattern.Private),
                new("group", false, Rights.All, null, null, group),
            ],
            Profiles = new Dictionary<ProfileId, ProfileSettings>
            {
                [secret] = new(secret, null, null, null, new ProfileAudience([new Person("telegram", 1)], null, true)),
                [work] = new(work, null, null, null, new ProfileAudience(null, null, true)),
            },
        };
    }

    private static TestWorld World(bool hidden)
    {
        var world = new TestWorld(Settings);
        world.Credentials.Login("anthropic:work");
        if (hidden) world.Credentials.Login("anthropic:secret");
        return world;
    }
}
