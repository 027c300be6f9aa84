using System.Collections.Concurrent;
using ChatAuth.Core.Sessions;
using Microsoft.Extensions.AI;

namespace ChatAuth.Channels.Conversations;

/// <summary>The last exchanges of each conversation, in memory only, so that a model knows what was just said. Thread-safe.</summary>
/// <param name="mostExchanges">How many questions with their answers are kept; 0 keeps none.</param>
/// <param name="time">The clock.</param>
internal sealed class ShortHistory(int mostExchanges, TimeProvider time)
{
    private const int MostConversations = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(6);
    private readonly ConcurrentDictionary<SessionKey, Exchanges> _byConversation = new();

    /// <summary>What is sent to the model: the last exchanges, then the new question.</summary>
    public IReadOnlyList<ChatMessage> With(SessionKey conversation, string question)
    {
        var known = _byConversation.TryGetValue(conversation, out var kept) && time.GetUtcNow() - kept.At <= Kept ? kept.Messages : [];
        return [.. known, new ChatMessage(ChatRole.User, question)];
    }

    /// <summary>An exchange is over.</summary>
    public void Add(SessionKey conversation, string question, string answer)
    {
        if (mostExchanges == 0) return;
        if (_byConversation.Count >= MostConversations) _byConversation.Clear();
        var known = With(conversation, question);
        List<ChatMessage> messages = [.. known, new ChatMessage(ChatRole.Assistant, answer)];
        _byConversation[conversation] = new Exchanges([.. messages.TakeLast(2 * mostExchanges)], time.GetUtcNow());
    }

    /// <summary>The conversation begins anew.</summary>
    public void Forget(SessionKey conversation) => _byConversation.TryRemove(conversation, out _);

    private sealed record Exchanges(IReadOnlyList<ChatMessage> Messages, DateTimeOffset At);
}
