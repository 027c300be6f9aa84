using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Core.Tests.Diagnostics;

/// <summary>What owners are told about pins that broke.</summary>
public sealed class BrokenPinsTests
{
    private static readonly Person s_ann = new("telegram", 42);

    private RecordingOwners _owners = null!;
    private TestWorld _world = null!;

    [SetUp]
    public async Task SetUp()
    {
        _owners = new RecordingOwners();
        _world = new TestWorld(Shared, services => services.AddSingleton<IOwnerSink>(_owners));
        await _world.Access.SaveOwnerAsync(s_ann, owner: true, default);
        await _world.Access.SaveRuleAsync(new AccessRule("group", false, Rights.All, null, null, TestWorld.Pattern("telegram:7:-100")), default);
        _world.Credentials.Key("anthropic:work").Key("anthropic:spare");
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    [Test]
    public async Task Pin_that_breaks_is_told_about_once()
    {
        await Break(_world.Shared(43));

        await _world.TellOwners();
        await _world.Refusal("again", _world.Shared(43));
        _world.Time.Advance(TimeSpan.FromHours(2));
        await _world.TellOwners();

        var told = Told().Single();
        Assert.That((told.Profile, told.Why, told.Pins.Single().Conversation), Is.EqualTo((ProfileId.Parse("anthropic:work"), ErrorCode.PinMissing, new SessionKey("telegram", "7", "-100"))));
        Assert.That(told.Remedy.Command, Is.EqualTo("chatauth why telegram:7:-100"));
    }

    [Test]
    public async Task Restart_tells_nothing_again_and_what_broke_meanwhile()
    {
        await Break(_world.Shared(43));
        await _world.TellOwners();
        await Break(_world.Private(42));

        await using var again = _world.Again(services => services.AddSingleton<IOwnerSink>(_owners));
        await again.TellOwners();

        Assert.That(Conversations(), Is.EqualTo(new[] { "-100", "42" }));
    }

    [Test]
    public async Task Pin_that_mended_and_breaks_again_is_told_about_again()
    {
        await Break(_world.Shared(43));
        await _world.TellOwners();
        _world.Credentials.Key("anthropic:work");
        await _world.Answer("well again", _world.Shared(43));
        _world.Time.Advance(TimeSpan.FromHours(1));
        _world.Credentials.Remove("anthropic:work");
        await _world.Refusal("and gone", _world.Shared(43));

        await _world.TellOwners();

        Assert.That(Conversations(), Is.EqualTo(new[] { "-100", "-100" }));
    }

    [Test]
    public async Task Pin_that_mended_before_anybody_looked_is_not_told_about()
    {
        await Break(_world.Shared(43));
        _world.Credentials.Key("anthropic:work");
        await _world.Answer("well again", _world.Shared(43));

        await _world.TellOwners();

        Assert.That(_owners.Told, Is.Empty);
    }

    [Test]
    public async Task What_people_choose_beside_a_broken_pin_is_no_break()
    {
        await Break(_world.Private(42));
        await _world.TellOwners();
        await _world.Type("/model gpt", _world.Private(42));
        _world.Time.Advance(TimeSpan.FromHours(2));

        await _world.TellOwners();

        Assert.That(Told().Single().Pins, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Pins_that_one_credential_breaks_are_told_about_together()
    {
        await Break(_world.Shared(43), _world.Private(42), _world.Operator("t1"));

        await _world.TellOwners();

        Assert.That(Told().Single().Pins.Select(pin => $"{pin.Conversation}"), Is.EqualTo(new[] { "telegram:7:-100", "telegram:7:42", "terminal:local:t1" }));
    }

    [Test]
    public async Task Pins_that_break_one_after_another_are_told_about_once_an_hour()
    {
        var chats = Enumerable.Range(0, 12).Select(at => _world.Operator($"t{at}")).ToList();
        foreach (var chat in chats) await _world.Type("/model opus@work", chat);
        _world.Credentials.Remove("anthropic:work");

        foreach (var chat in chats)
        {
            await _world.Refusal("hello", chat);
            await _world.TellOwners();
            _world.Time.Advance(TimeSpan.FromMinutes(20));
        }
        _world.Time.Advance(TimeSpan.FromHours(1));
        await _world.TellOwners();

        Assert.That(Told().Select(notice => notice.Pins.Count), Is.EqualTo(new[] { 1, 3, 3, 3, 2 }));
        Assert.That(Conversations().ToList(), Is.Unique.And.Count.EqualTo(12));
    }

    [Test]
    public async Task Thread_of_a_conversation_tells_for_itself()
    {
        await _world.Type("/model opus@work", _world.Shared(43));
        _world.Credentials.Remove("anthropic:work");
        await _world.Refusal("hello", _world.Shared(43, thread: "9"));

        await _world.TellOwners();

        Assert.That($"{Told().Single().Pins.Single().Conversation}", Is.EqualTo("telegram:7:-100:9"));
    }

    [Test]
    public async Task Pin_that_the_resolver_set_breaks_silently()
    {
        await _world.Answer("hello", _world.Private(42));
        _world.Credentials.Remove("anthropic:work");
        _world.Credentials.Remove("anthropic:spare");
        await _world.Refusal("hello", _world.Private(42));

        await _world.TellOwners();

        Assert.That(_owners.Told, Is.Empty);
    }

    [Test]
    public async Task What_owners_are_told_changes_nothing_in_the_conversation()
    {
        await Break(_world.Shared(43));
        var before = await _world.Refusal("hello", _world.Shared(43));

        await _world.TellOwners();

        Assert.That((await _world.Refusal("hello", _world.Shared(43))) with { At = before.At }, Has.Property("Code").EqualTo(before.Code).And.Property("Notices").Empty);
        Assert.That(_world.Notices.Told, Is.Empty);
    }

    [Test]
    public async Task Break_and_mending_are_in_the_history_and_undo_passes_them_over()
    {
        await Break(_world.Private(42));
        _world.Credentials.Key("anthropic:work");
        await _world.Answer("well again", _world.Private(42));

        var history = await _world.Type<CommandReply.History>("/model history", _world.Private(42));
        await _world.Type("/model undo", _world.Private(42));

        Assert.That(history.Entries.Select(entry => (entry.Event, entry.By)), Is.EqualTo(new[] { ("profile-mended", null), ("profile-broke", null), ("profile-pinned", "you") }));
        Assert.That((await _world.Sessions.LoadAsync(new SessionKey("telegram", "7", "42"), null, default)).Effective.Choice.Pins, Is.Empty);
    }

    /// <summary>Pins the profile in conversations; then it is gone, and each finds out.</summary>
    private async Task Break(params CommandContext[] conversations)
    {
        _world.Credentials.Key("anthropic:work");
        foreach (var conversation in conversations) await _world.Type("/model opus@anthropic:work", conversation);
        _world.Credentials.Remove("anthropic:work");
        foreach (var conversation in conversations) await _world.Refusal("hello", _world.Context(conversation.Asker));
    }

    private static ChatAuthSettings Shared(ChatAuthSettings settings) => settings with
    {
        Profiles = new[] { "anthropic:work", "anthropic:spare" }.Select(ProfileId.Parse).ToDictionary(
            id => id, id => new ProfileSettings(id, null, null, null, new ProfileAudience(null, null, Shared: true))),
    };

    private IEnumerable<OwnerNotice.PinsBroken> Told() => _owners.Notices.OfType<OwnerNotice.PinsBroken>();

    private IEnumerable<string> Conversations() => Told().SelectMany(notice => notice.Pins).Select(pin => pin.Conversation.Conversation);
}
