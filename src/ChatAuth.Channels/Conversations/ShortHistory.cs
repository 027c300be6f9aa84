using ChatAuth.Core.Sessions;
using Microsoft.Extensions.AI;

namespace ChatAuth.Channels.Conversations;

/// <summary>The last exchanges of each conversation, in memory only, so that a model knows what was just said. Thread-safe.</summary>
/// <param name="mostExchanges">How many questions with their answers are kept; 0 keeps none.</param>
/// <param name="time">The clock.</param>
internal sealed class ShortHistory(int mostExchanges, TimeProvider time)
{
    private const int MostConversations = 2_000;

    /// <summary>UTF-16 units of a conversation: it is paid for again with every question.</summary>
    private const int MostUnits = 20_000;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(6);
    private readonly Lock _gate = new();
    private readonly Dictionary<SessionKey, Talk> _talks = [];

    /// <summary>What is sent to the model: the last exchanges, then the new question.</summary>
    public IReadOnlyList<ChatMessage> With(SessionKey conversation, string question)
    {
        lock (_gate) return [.. KnownOf(conversation).SelectMany(exchange => exchange.Messages), new ChatMessage(ChatRole.User, question)];
    }

    /// <summary>An exchange is over.</summary>
    public void Add(SessionKey conversation, string question, string answer)
    {
        if (mostExchanges == 0) return;
        lock (_gate)
        {
            List<Exchange> exchanges = [.. KnownOf(conversation), new Exchange(question, answer)];
            while (exchanges.Count > mostExchanges || exchanges.Sum(exchange => exchange.Units) > MostUnits) exchanges.RemoveAt(0);
            _talks.Remove(conversation);
            if (_talks.Count >= MostConversations) MakeRoom();
            if (exchanges.Count > 0) _talks[conversation] = new Talk(exchanges, time.GetUtcNow());
        }
    }

    /// <summary>The conversation begins anew.</summary>
    public void Forget(SessionKey conversation)
    {
        lock (_gate) _talks.Remove(conversation);
    }

    private IReadOnlyList<Exchange> KnownOf(SessionKey conversation) =>
        _talks.TryGetValue(conversation, out var talk) && time.GetUtcNow() - talk.At <= Kept ? talk.Exchanges : [];

    /// <summary>What is too old goes, and of the rest the older half.</summary>
    private void MakeRoom()
    {
        var since = time.GetUtcNow() - Kept;
        foreach (var (old, _) in _talks.Where(talk => talk.Value.At < since).ToList()) _talks.Remove(old);
        foreach (var (old, _) in _talks.OrderBy(talk => talk.Value.At).Take(_talks.Count - (MostConversations / 2)).ToList()) _talks.Remove(old);
    }

    private sealed record Talk(IReadOnlyList<Exchange> Exchanges, DateTimeOffset At);

    private sealed record Exchange(string Question, string Answer)
    {
        public int Units => Question.Length + Answer.Length;

        public IEnumerable<ChatMessage> Messages => [new ChatMessage(ChatRole.User, Question), new ChatMessage(ChatRole.Assistant, Answer)];
    }
}
