using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Chat;

/// <summary>How it is said that a message is not sent, or not before a question is answered.</summary>
internal readonly struct SendRefusals(Turn turn, SessionDraft draft)
{
    public SendDecision.Refuse Refuse(ErrorCode code, IReadOnlyList<ReplyAction>? offers = null, AuthProfile? profile = null) =>
        new(turn.Display.Failed(draft, code, offers) with { Profile = profile is null ? null : turn.Display.Profile(profile) }, Hold: false);

    /// <summary>Asks the person; the message is held meanwhile.</summary>
    public SendDecision.Refuse Ask(QuestionKind kind, Payer? from, Payer to, ProfileId profile, ErrorCode code, ProfileResolution? rests = null)
    {
        var person = draft.By ?? Person.Operator;
        draft.Apply(new SessionEvent.QuestionAsked(
            person, new OpenQuestion(kind, from, to, profile, draft.State.ChoiceId, turn.Context.Cause.Text, draft.Now)));
        var reply = turn.Display.Failed(draft, code, Offers.ForQuestion(kind)) with
        {
            Profile = turn.Display.Profile(profile),
            From = kind is QuestionKind.PayerChange ? Paying(from) : null,
            Until = rests?.RefusedUntil,
            Resting = rests is null ? [] : turn.Display.Resting(rests),
        };
        return new SendDecision.Refuse(reply, Hold: true);
    }

    /// <summary>The profile that a payer was charged by, as it may be shown; null when none is stored any more.</summary>
    public ShownProfile? Paying(Payer? payer) =>
        turn.Roster.All.FirstOrDefault(entry => entry.Profile.Payer == payer)?.Profile is { } known ? turn.Display.Profile(known) : null;
}
