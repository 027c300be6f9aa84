using System.Globalization;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Chat;

/// <summary>The contexts of the messages of one run, each with a cause of its own.</summary>
/// <param name="seat">Who types.</param>
/// <param name="run">Tells this run from every other.</param>
/// <param name="clock">Says when a message is sent.</param>
internal sealed class ContextSequence(ChatSeat seat, string run, TimeProvider clock)
{
    private int _count;

    public Asker Asker => seat.Asker;

    public SessionKey Conversation => seat.Asker.Conversation;

    public CommandContext Next() => new()
    {
        Asker = seat.Asker,
        Agent = seat.Agent,
        Cause = new ChangeCause(string.Create(CultureInfo.InvariantCulture, $"terminal:local:{run}-{++_count}")),
        SentAt = clock.GetUtcNow(),
        IsOnlyBot = true,
    };
}
