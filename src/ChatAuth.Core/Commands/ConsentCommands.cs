using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>Answers to the question that the last refusal asked this person here.</summary>
internal sealed class ConsentCommands(SessionUpdater sessions, HeldMessages held)
{
    public async Task<HandleResult> AllowAsync(Turn turn, ConsentScope scope, CancellationToken cancellationToken)
    {
        var (reply, question) = await AnswerAsync(turn, scope, cancellationToken).ConfigureAwait(false);
        if (question is null || scope is ConsentScope.Never) return new HandleResult.Handled(reply);
        return held.Take(turn.Context.Asker, question.Cause, reply.At) is { } message
            ? new HandleResult.AskModel(message.Text, message.Choice)
            : new HandleResult.Handled(reply);
    }

    public async Task<CommandReply> DenyAsync(Turn turn, CancellationToken cancellationToken) =>
        (await AnswerAsync(turn, null, cancellationToken).ConfigureAwait(false)).Reply;

    private Task<(CommandReply Reply, OpenQuestion? Question)> AnswerAsync(Turn turn, ConsentScope? scope, CancellationToken cancellationToken) =>
        sessions.UpdateAsync<(CommandReply, OpenQuestion?)>(turn.Context, draft =>
        {
            var person = draft.By ?? Person.Operator;
            // A redelivery, told by what the first delivery sent, must not answer a question that was asked since.
            if (draft.Snapshot.Attempts.Count > 0 || draft.State.QuestionTo(person) is not { } question) return (turn.Display.Failed(draft, ErrorCode.NothingAsked), null);
            var consents = scope is ConsentScope.Once or ConsentScope.Session;
            if (consents && !MaySpend(turn, draft, question)) return (turn.Display.Failed(draft, ErrorCode.RightMissing), null);
            if (draft.Apply(new SessionEvent.QuestionAnswered(person, scope)) is { } refused) return (turn.Display.Failed(draft, refused), null);
            var reply = new CommandReply.Consented(scope, turn.Display.Profile(question.Profile), SendAgain: consents);
            return (turn.Display.Dress(draft, reply), question);
        }, cancellationToken);

    /// <summary>Consent is given by someone who may pin the account that it would charge.</summary>
    private static bool MaySpend(Turn turn, SessionDraft draft, OpenQuestion question) =>
        turn.RightsOf(draft).HasFlag(Rights.Ask | Rights.Pin) && turn.Visible.Any(known => known.Id == question.Profile);
}
