using System.Collections.Concurrent;
using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>A message that was refused with a question.</summary>
/// <param name="Text">The message.</param>
/// <param name="Choice">With what it was asked.</param>
/// <param name="Cause">Its id.</param>
/// <param name="At">When it was refused.</param>
internal sealed record HeldMessage(string Text, AskChoice? Choice, string Cause, DateTimeOffset At);

/// <summary>Messages that wait for a person's consent: one a person and conversation, for 15 minutes, in memory only.</summary>
internal sealed class HeldMessages
{
    private const int Most = 1_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<(SessionKey, Person), HeldMessage> _held = new();

    public void Hold(Asker asker, HeldMessage message)
    {
        if (asker.Person is not { } person) return;
        foreach (var (key, old) in _held)
        {
            if (message.At - old.At > Kept || _held.Count >= Most) _held.TryRemove(key, out _);
        }
        _held[(asker.Conversation, person)] = message;
    }

    /// <summary>Takes the message that a question was asked about; null when it is not held any more.</summary>
    public HeldMessage? Take(Asker asker, string cause, DateTimeOffset now) =>
        asker.Person is { } person && _held.TryRemove((asker.Conversation, person), out var message)
        && message.Cause == cause && now - message.At <= Kept ? message : null;
}
