using ChatAuth.Core.Access;
using ChatAuth.Core.Buttons;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>Answers to the question that the last refusal asked this person here.</summary>
internal sealed class ConsentCommands(SessionUpdater sessions, HeldMessages messages)
{
    public async Task<HandleResult> AllowAsync(Turn turn, ConsentScope scope, CancellationToken cancellationToken)
    {
        var (reply, question) = await AnswerAsync(turn, scope, cancellationToken).ConfigureAwait(false);
        if (question is null) return new HandleResult.Handled(reply);
        var held = messages.Take(turn.Context.Asker, question.Cause, reply.At);
        return held is { } message && scope is not ConsentScope.Never
            ? new HandleResult.AskModel(message.Text, message.Choice)
            : new HandleResult.Handled(reply);
    }

    public async Task<CommandReply> DenyAsync(Turn turn, CancellationToken cancellationToken)
    {
        var (reply, question) = await AnswerAsync(turn, null, cancellationToken).ConfigureAwait(false);
        if (question is not null) messages.Take(turn.Context.Asker, question.Cause, reply.At);
        return reply;
    }

    private Task<(CommandReply Reply, OpenQuestion? Question)> AnswerAsync(Turn turn, ConsentScope? scope, CancellationToken cancellationToken) =>
        sessions.UpdateAsync<(CommandReply, OpenQuestion?)>(turn.Context, draft =>
        {
            var person = draft.By ?? Person.Operator;
            if (draft.IsRepeat) return (Repeated(turn, draft), null);
            if (draft.State.QuestionTo(person) is not { } question) return (turn.Display.Failed(draft, ErrorCode.NothingAsked), null);
            if (turn.Context.Tap is { } tap && tap.Target != ButtonMeaning.ForQuestion(question)) return (turn.Display.Failed(draft, ErrorCode.NothingAsked), null);
            var consents = scope is ConsentScope.Once or ConsentScope.Session;
            if (consents && !MaySpend(turn, draft, question)) return (turn.Display.Failed(draft, ErrorCode.RightMissing), null);
            if (draft.Apply(new SessionEvent.QuestionAnswered(person, scope)) is { } refused) return (turn.Display.Failed(draft, refused), null);
            var reply = new CommandReply.Consented(scope, turn.Display.Profile(question.Profile), SendAgain: consents);
            return (turn.Display.Dress(draft, reply), question);
        }, cancellationToken);

    /// <summary>What was allowed before may have been charged: then that is answered, or asked about. The message itself is gone.</summary>
    private static CommandReply Repeated(Turn turn, SessionDraft draft) =>
        Redelivery.Find(turn, draft, own: [])?.Reply ?? turn.Display.Failed(draft, ErrorCode.NothingAsked);

    /// <summary>Consent is given by someone who may pin the account that it would charge.</summary>
    private static bool MaySpend(Turn turn, SessionDraft draft, OpenQuestion question) =>
        turn.RightsOf(draft).HasFlag(Rights.Ask | Rights.Pin) && turn.Visible.Any(known => known.Id == question.Profile);
}
