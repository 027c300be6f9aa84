using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Sessions;

public sealed class EndedChoicesTests
{
    private TestWorld _world = null!;

    [SetUp]
    public async Task SetUp()
    {
        _world = new TestWorld();
        _world.Credentials.Login("anthropic:work");
        await _world.Type("/model sonnet@work for 1h");
        _world.Time.Advance(TimeSpan.FromHours(2));
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    [Test]
    public async Task Silent_conversation_is_told_once_and_the_next_reply_does_not_repeat_it()
    {
        await _world.RecordEnds();
        await _world.RecordEnds();

        var status = await _world.Type<CommandReply.Status>("/model status");

        Assert.That(_world.Notices.Told.Single().Notice, Is.InstanceOf<Notice.ChoiceEnded>());
        Assert.That(status.Notices, Is.Empty);
        Assert.That(status.Session!.IsDefault, Is.True);
    }

    [Test]
    public async Task Conversation_is_told_behind_a_thousand_that_no_sink_reaches()
    {
        for (var i = 0; i < 1001; i++)
        {
            _world.Notices.Unreached.Add(SessionKey.Terminal($"far{i}"));
            await _world.Type("/model sonnet for 1h", _world.Operator($"far{i}"));
        }
        await _world.Type("/model sonnet for 2h", _world.Operator("near"));
        _world.Time.Advance(TimeSpan.FromHours(2));

        await _world.RecordEnds();

        Assert.That(_world.Notices.Told.Select(told => told.Conversation), Has.Member(SessionKey.Terminal("near")));
    }

    [Test]
    public async Task Conversation_that_no_sink_reaches_is_told_with_its_next_reply()
    {
        _world.Notices.Unreached.Add(SessionKey.Terminal("main"));
        await _world.RecordEnds();

        var status = await _world.Type<CommandReply.Status>("/model status");

        Assert.That(_world.Notices.Told, Is.Empty);
        Assert.That(status.Notices, Has.Exactly(1).InstanceOf<Notice.ChoiceEnded>());
    }
}
