using ChatAuth.Cli.Chat;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Access;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class ChatSeatTests
{
    private static readonly ChatArguments s_plain = new(false, false, SessionKey.Terminal("t1"), null, AgentId.Main);

    [Test]
    public void Without_a_person_the_operator_sits_there()
    {
        var asker = ChatSeat.Of(s_plain).Asker;

        Assert.That(asker, Is.EqualTo(new Asker(Person.Operator, SessionKey.Terminal("t1"), IsPrivate: true, IsOperator: true)));
    }

    [Test]
    public void Person_who_is_named_is_no_operator_not_even_by_the_operators_number()
    {
        var asker = ChatSeat.Of(s_plain with { Person = Person.Operator }).Asker;

        Assert.That(asker.Person, Is.EqualTo(Person.Operator));
        Assert.That(asker.IsOperator, Is.False);
    }
}
