namespace ChatAuth.Stateless.Tests.Machine;

/// <summary>What happens to a conversation: the events of people and the questions. What the resolver does goes to the pins alone.</summary>
internal enum ConversationTrigger
{
    ModelSelected,
    ProfilePinned,
    PinRemoved,
    SessionReset,
    LinkRestored,
    ChoiceRestored,
    EndReached,
    SessionRestarted,
    QuestionAsked,
    QuestionAnswered,
    ConsentSpent,
}
