using Microsoft.Extensions.AI;

namespace ChatAuth.Cli.Chat;

/// <summary>What was asked and answered in this run, in memory only: the last <see cref="Kept"/> messages.</summary>
internal sealed class ChatTranscript
{
    public const int Kept = 40;

    private readonly List<ChatMessage> _messages = [];

    /// <summary>The messages to send for a new one.</summary>
    public IReadOnlyList<ChatMessage> With(string asked) => [.. _messages, new ChatMessage(ChatRole.User, asked)];

    /// <summary>Keeps a message together with its whole answer.</summary>
    public void Add(string asked, string answer)
    {
        _messages.Add(new ChatMessage(ChatRole.User, asked));
        _messages.Add(new ChatMessage(ChatRole.Assistant, answer));
        if (_messages.Count > Kept) _messages.RemoveRange(0, _messages.Count - Kept);
    }
}
