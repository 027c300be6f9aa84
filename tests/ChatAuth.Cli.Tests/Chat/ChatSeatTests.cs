using ChatAuth.Cli.Chat;
using ChatAuth.Core.Access;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class ChatSeatTests
{
    private static readonly ChatOptions s_none = new(false, false, null, null, null);

    [Test]
    public void Without_options_the_operator_sits_in_the_main_conversation()
    {
        var asker = ChatSeat.Find(s_none)!.Asker;

        Assert.That(asker, Is.EqualTo(new Asker(Person.Operator, SessionKey.Terminal("main"), IsPrivate: true, IsOperator: true)));
    }

    [TestCase("42", "terminal", 42)]
    [TestCase("1", "terminal", 1)]
    [TestCase("telegram:7", "telegram", 7)]
    public void Person_who_is_named_is_no_operator(string typed, string platform, long id)
    {
        var asker = ChatSeat.Find(s_none with { AsPerson = typed })!.Asker;

        Assert.That(asker.Person, Is.EqualTo(new Person(platform, id)));
        Assert.That(asker.IsOperator, Is.False);
    }

    [TestCase("t1", "terminal:local:t1")]
    [TestCase("telegram:mybot:-100:7", "telegram:mybot:-100:7")]
    public void Conversation_is_named_by_key_or_short(string typed, string key) =>
        Assert.That(ChatSeat.Find(s_none with { Session = typed })!.Asker.Conversation.ToString(), Is.EqualTo(key));

    [Test]
    public void Agent_is_named() => Assert.That(ChatSeat.Find(s_none with { Agent = "Ops" })!.Agent.Name, Is.EqualTo("ops"));

    [TestCase("a:b", null, null)]
    [TestCase("", null, null)]
    [TestCase(null, "somebody", null)]
    [TestCase(null, "", null)]
    [TestCase(null, "0", null)]
    [TestCase(null, null, "../../x")]
    public void Option_that_cannot_be_read_gives_no_seat(string? session, string? person, string? agent) =>
        Assert.That(ChatSeat.Find(new(false, false, session, person, agent)), Is.Null);
}
