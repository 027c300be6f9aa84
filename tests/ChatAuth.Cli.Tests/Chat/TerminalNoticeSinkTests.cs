using ChatAuth.Cli.Chat;
using ChatAuth.Core.Access;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Cli.Tests.Chat;

/// <summary>What the operator is told at the terminal without asking.</summary>
internal sealed class TerminalNoticeSinkTests
{
    private static readonly Asker s_operator = new(Person.Operator, SessionKey.Terminal("t1"), IsPrivate: true, IsOperator: true);

    [Test]
    public async Task Operator_is_told_at_the_start_of_a_chat_and_once()
    {
        var sink = new TerminalNoticeSink();
        await using var world = new TestWorld(services: services => services.AddSingleton<IOwnerSink>(sink));
        world.Credentials.Token("anthropic:work", world.Time.GetUtcNow().AddHours(1));

        var first = new ScreenSession { World = world, Notices = sink }.Start();
        var second = new ScreenSession { World = world, Notices = sink }.Start();

        Assert.That(first.Screen.Rows.TakeLast(4), Is.EqualTo(new[]
        {
            "Ends soon: anthropic:work, 2026-03-01 13:00 UTC.",
            "On the host: chatauth models auth paste-token --provider anthropic --profile-id", "work --same-account", "You>",
        }));
        Assert.That(second.Screen.Rows, Has.None.StartsWith("Ends soon"));
    }

    [Test]
    public async Task Chat_begins_although_a_store_does_not_answer()
    {
        var sink = new TerminalNoticeSink();
        await using var world = new TestWorld(services: services => services.AddSingleton<IOwnerSink>(sink));
        world.Credentials.Fault = new ChatAuthException(ErrorCode.StoreBusy);

        var person = new ScreenSession { World = world, Notices = sink }.Start();

        Assert.That(person.Screen.Rows.Last(), Is.EqualTo("You>"));
    }

    [Test]
    public async Task Pipe_is_told_nothing_that_owners_are()
    {
        var sink = new TerminalNoticeSink();
        await using var output = new StringWriter();
        sink.Attach(s_operator, new PlainOutput(output));

        Assert.That(await sink.ReachAsync(Person.Operator, default), Is.Null);
    }

    [TestCase(false, false)]
    [TestCase(true, true)]
    public async Task Only_the_operator_is_reached_on_a_screen(bool isOperator, bool isReached)
    {
        var sink = new TerminalNoticeSink();
        var editor = new LineEditor(new TypeAhead(new ScriptedKeys()), new LineDisplay(TextWriter.Null, () => new(80, 24), false), new LineHistory(), (_, _) => []);
        sink.Attach(s_operator with { IsOperator = isOperator }, new ScreenOutput(TextWriter.Null, editor, false));

        Assert.That(await sink.ReachAsync(Person.Operator, default) is not null, Is.EqualTo(isReached));
        Assert.That(await sink.ReachAsync(new Person("telegram", 42), default), Is.Null);
    }
}
