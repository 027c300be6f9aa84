namespace ChatAuth.Stateless.Tests.Machine;

/// <summary>The states of a conversation.</summary>
internal enum ConversationKind
{
    /// <summary>The parent's choice holds, or the default.</summary>
    Following,

    /// <summary>People chose something of its own.</summary>
    Chosen,
}
