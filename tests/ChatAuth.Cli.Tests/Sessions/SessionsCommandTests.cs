using System.Text.Json;
using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Tests.Sessions;

internal sealed class SessionsCommandTests
{
    private static readonly Payer FakePayer = new("anthropic|-|secret:fake-payer");
    private TestInstallation _installation = null!;

    [SetUp]
    public void SetUp() => _installation = new TestInstallation();

    [Test]
    public async Task List_without_conversations_says_so()
    {
        var run = await _installation.RunAsync("sessions list");

        Assert.That(run.Output, Is.EqualTo("No conversation has chosen anything yet.\n"));
    }

    [Test]
    public async Task List_shows_the_choice_of_each()
    {
        await PinAsync();

        var run = await _installation.RunAsync("sessions list");

        Assert.That(run.Output, Is.EqualTo(
            "terminal:local:t1  anthropic/claude-opus-4-5 until 2026-03-01 14:00:00Z  anthropic:work by telegram:42 until 2026-03-01 14:00:00Z  2026-03-01 12:00:00Z\n"));
    }

    [TestCase("t1")]
    [TestCase("terminal:local:t1")]
    public async Task Show_takes_the_short_name_of_a_terminal_conversation_too(string key)
    {
        await PinAsync();

        var run = await _installation.RunAsync($"sessions show {key}");

        Assert.That(run.Output, Is.EqualTo("""
            Conversation  terminal:local:t1
            Saved         1 times, last at 2026-03-01 12:00:00Z
            Model         anthropic/claude-opus-4-5 until 2026-03-01 14:00:00Z
            Pins          anthropic:work by telegram:42 until 2026-03-01 14:00:00Z
            Last paid     nobody yet

            """));
    }

    [Test]
    public async Task Show_as_json_holds_the_pins_and_no_payer()
    {
        await PinAsync();

        var run = await _installation.RunAsync("sessions show t1 --json");

        var pin = JsonDocument.Parse(run.Output).RootElement.GetProperty("pins")[0];
        Assert.That(pin.GetProperty("state").GetString(), Is.EqualTo("user-pinned"));
        Assert.That(pin.GetProperty("profileId").GetString(), Is.EqualTo("anthropic:work"));
        Assert.That(run.Output, Does.Not.Contain("fake-payer"));
    }

    [Test]
    public async Task Export_holds_the_history()
    {
        await PinAsync();

        var run = await _installation.RunAsync("sessions export t1");

        var exported = JsonDocument.Parse(run.Output).RootElement;
        Assert.That(exported.GetProperty("key").GetString(), Is.EqualTo("terminal:local:t1"));
        Assert.That(exported.GetProperty("history")[0].GetProperty("event").GetString(), Is.EqualTo("profile-pinned"));
        Assert.That(run.Output, Does.Not.Contain("fake-payer"));
    }

    [Test]
    public async Task Forget_deletes_it()
    {
        await PinAsync();

        var run = await _installation.RunAsync("sessions forget t1");

        var list = await _installation.Stores.Sessions.ListAsync(10, default);
        Assert.That(run.Output, Is.EqualTo("Forgotten: terminal:local:t1.\n"));
        Assert.That(list, Is.Empty);
    }

    [TestCase("sessions show t9")]
    [TestCase("sessions forget t9")]
    [TestCase("sessions export t9")]
    [TestCase("why t9")]
    public async Task Conversation_that_was_never_saved_is_unknown(string line)
    {
        var run = await _installation.RunAsync(line);

        Assert.That(run.ExitCode, Is.EqualTo(64));
        Assert.That(run.Error, Does.Contain("[session-unknown]").And.Not.Contain("t9"));
    }

    private Task PinAsync()
    {
        var by = new Person("telegram", 42);
        var until = _installation.Now.AddHours(2);
        var pin = new PinState.UserPinned(ProfileId.Parse("anthropic:work"), FakePayer, by, until);
        var state = SessionState.Initial with
        {
            Follows = false,
            Model = new ModelChoice(ModelRef.Parse("anthropic/claude-opus-4-5"), until),
            Pins = PinTable.Empty.With(ProviderId.Parse("anthropic"), pin),
        };
        var key = SessionKey.Terminal("t1");
        var entry = new HistoryEntry(0, key, _installation.Now, "profile-pinned", by, null, SessionState.Initial.Choice, state.Choice);
        return _installation.Stores.Sessions.UpdateAsync(key, null, _ => new SessionUpdate<bool>(true, state, entry), default);
    }
}
