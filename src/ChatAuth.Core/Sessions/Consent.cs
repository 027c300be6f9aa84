using ChatAuth.Core.Access;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Sessions;

/// <summary>What a refusal can ask a person.</summary>
public enum QuestionKind
{
    /// <summary>Another payer than the last would be charged.</summary>
    PayerChange,

    /// <summary>The pinned profile rests until an end that the vendor named.</summary>
    CoolingPin,

    /// <summary>The message was delivered before and its outcome is unknown: it may have been charged.</summary>
    OpenAttempt,
}

/// <summary>How far an answer to a question reaches.</summary>
public enum ConsentScope
{
    /// <summary>One message of this person.</summary>
    Once,

    /// <summary>This conversation, while the choice stands.</summary>
    Session,

    /// <summary>Not, and do not ask again while the choice stands.</summary>
    Never,
}

/// <summary>What a refusal asked a person, and what an answer to it would name.</summary>
/// <param name="Kind">What was asked.</param>
/// <param name="From">Who was charged last; null when nobody was.</param>
/// <param name="To">Who would be charged.</param>
/// <param name="Profile">The profile by which.</param>
/// <param name="Choice">The choice that it was asked under.</param>
/// <param name="Cause">The message that was refused.</param>
/// <param name="At">When.</param>
public sealed record OpenQuestion(
    QuestionKind Kind, Payer? From, Payer To, ProfileId Profile, ChoiceId Choice, string Cause, DateTimeOffset At);

/// <summary>A person's answer to a question.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Scope">How far the answer reaches.</param>
/// <param name="By">Who answered.</param>
public sealed record Consent(OpenQuestion Question, ConsentScope Scope, Person By);
