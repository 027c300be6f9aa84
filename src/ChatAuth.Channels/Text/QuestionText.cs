using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;

namespace ChatAuth.Channels;

/// <summary>A refusal that asks: who would pay instead of whom, and what to type as an answer.</summary>
internal static class QuestionText
{
    /// <summary>What a yes means: once, and while the choice stands.</summary>
    private static readonly Dictionary<ErrorCode, (string Once, string? Session)> s_yes = new()
    {
        [ErrorCode.PayerChange] = ("let it pay for this message", "let it pay here while this choice stands"),
        [ErrorCode.PinCooling] = ("try it anyway", "try it here while this choice stands"),
        [ErrorCode.AttemptOpen] = ("send it again", null),
    };

    /// <summary>Whether a question was put to the person: only then an answer to it means anything.</summary>
    public static bool Asks(CommandReply.Failed failed) =>
        s_yes.ContainsKey(failed.Code) && failed.Actions.Any(action => action.Kind is ReplyActionKind.AllowOnce);

    /// <summary>Names who would pay instead of whom.</summary>
    public static void Accounts(ReplyText text, CommandReply.Failed failed)
    {
        if (failed is { From: { } from, Profile: { } to }) text.Line().Payer(from).Add(" → ").Payer(to);
        else if (failed.Profile is { } profile) text.Line("Account: ").Payer(profile);
    }

    public static void Answers(ReplyText text, ErrorCode code)
    {
        var (once, session) = s_yes[code];
        Answer(text, "/model allow once", once);
        if (session is not null) Answer(text, "/model allow session", session);
        Answer(text, "/model deny", "do not send it");
    }

    private static void Answer(ReplyText text, string typed, string means) => text.Line("- ").Add(typed, TextStyle.Command).Add($": {means}");
}
