using ChatAuth.Core.Access;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Chat;

/// <summary>Who sits at the terminal, in which conversation, and whose credentials are used.</summary>
internal sealed record ChatSeat(Asker Asker, AgentId Agent)
{
    /// <summary>The seat that the options name; null when one of them cannot be read.</summary>
    public static ChatSeat? Find(ChatOptions options)
    {
        var agent = AgentId.Main;
        if (!SessionKey.TryParseShort(options.Session ?? "main", out var key)) return null;
        if (options.Agent is { } name && !AgentId.TryParse(name, out agent)) return null;
        if (options.AsPerson is not { } typed) return new(new Asker(Person.Operator, key, IsPrivate: true, IsOperator: true), agent);

        var isNumber = typed.All(char.IsAsciiDigit);
        return Person.TryParse(isNumber ? $"{Person.Operator.Platform}:{typed}" : typed, out var person)
            ? new(new Asker(person, key, IsPrivate: true, IsOperator: false), agent)
            : null;
    }
}
