using Microsoft.Extensions.AI;

namespace ChatAuth.Core.Chat;

/// <summary>An answer in one piece, on the way that parts take: as its only one.</summary>
internal sealed class WholeAnswer(ChatResponse response) : ChatResponseUpdate
{
    public ChatResponse Response => response;
}
