using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Access;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Cli.Chat;

/// <summary>Who sits at the terminal, in which conversation, and whose credentials are used.</summary>
internal sealed record ChatSeat(Asker Asker, AgentId Agent)
{
    /// <summary>The seat that the arguments name: the operator's, or a person's with no more rights than theirs.</summary>
    public static ChatSeat Of(ChatArguments arguments) => new(
        new Asker(arguments.Person ?? Person.Operator, arguments.Session, IsPrivate: true, IsOperator: arguments.Person is null), arguments.Agent);
}
