using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Chat;

/// <summary>What becomes of a message that was delivered before.</summary>
internal static class Redelivery
{
    /// <summary>Answers it, or asks about it; null when nothing of it was, or may have been, charged.</summary>
    /// <param name="turn">The message.</param>
    /// <param name="draft">Its conversation.</param>
    /// <param name="own">The failed attempts of this delivery.</param>
    public static SendDecision.Refuse? Find(Turn turn, SessionDraft draft, IReadOnlyList<FailedSend> own)
    {
        foreach (var attempt in draft.Snapshot.Attempts)
        {
            if (own.Any(failed => failed.Number == attempt.Number)) continue;
            if (attempt.Outcome is AttemptOutcome.Answered) return new SendRefusals(turn, draft).Refuse(ErrorCode.AlreadyAnswered);
            if (attempt.Outcome is AttemptOutcome.Open or AttemptOutcome.Unknown)
            {
                return new SendRefusals(turn, draft).Ask(QuestionKind.OpenAttempt, attempt.Payer, attempt.Payer, attempt.Profile, ErrorCode.AttemptOpen);
            }
        }
        return null;
    }
}
