using System.Globalization;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Channels;

/// <summary>Replies that say in a sentence what came of a command.</summary>
internal static class OutcomeText
{
    public static void Render(ReplyText text, CommandReply.Tested tested)
    {
        text.Line().Payer(tested.Profile);
        if (tested.Failure is not { } failure)
        {
            text.Add(" answered", TextStyle.Good).Add(" for ").Model(tested.Model);
            text.Add(string.Create(CultureInfo.InvariantCulture, $" in {Math.Round(tested.Took.TotalMilliseconds)} ms."));
            return;
        }

        text.Add(" failed", TextStyle.Bad).Add(" for ").Model(tested.Model).Add(".").Line(failure.Message);
        FailedText.Remedy(text, failure);
        FailedText.Codes(text.Line(), failure, tested.Reference);
    }

    public static void Render(ReplyText text, CommandReply.Consented consented)
    {
        text.Line(consented.Scope is null or ConsentScope.Never ? "Noted: " : "Allowed: ", TextStyle.Good).Payer(consented.Profile);
        text.Add(consented.Scope switch
        {
            ConsentScope.Once => " may pay for one message.",
            ConsentScope.Session => " may pay here while this choice stands.",
            ConsentScope.Never => " does not pay here, and you are not asked again while this choice stands.",
            _ => " does not pay for that message.",
        });
        if (consented.SendAgain) text.Line("The message is not held any more: send it again.", TextStyle.Warn);
    }

    public static void Render(ReplyText text, CommandReply.Cleared cleared)
    {
        if (cleared.Rest is not { } rest)
        {
            text.Line().Payer(cleared.Profile).Add(" does not rest: nothing was changed.");
        }
        else
        {
            text.Line("Cleared: ", TextStyle.Good).Payer(cleared.Profile).Add(" may be used again, in all chats of this agent.");
            text.Line("It was ").Rest(rest, cleared.At).Add(".");
        }
        text.Next(cleared.Resolution, cleared.At);
    }

    public static void Claimed(ReplyText text) => text.Line("You are an owner of this bot now.", TextStyle.Good);
}
