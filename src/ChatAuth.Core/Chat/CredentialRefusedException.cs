using ChatAuth.Core.Commands;

namespace ChatAuth.Core.Chat;

/// <summary>A message was not sent by the chat client of <see cref="IChatAuth.GetChatClient"/>; the reply says why, and what works.</summary>
public sealed class CredentialRefusedException : Exception
{
    /// <summary>A message was refused.</summary>
    /// <param name="reply">The same reply that <see cref="IChatAuth.AskAsync"/> gives.</param>
    public CredentialRefusedException(CommandReply reply)
        : base(reply is CommandReply.Failed failed ? failed.Code.Message : "The message was not sent.") => Reply = reply;

    /// <summary>The reply to show.</summary>
    public CommandReply Reply { get; }
}
