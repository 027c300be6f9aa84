using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;

namespace ChatAuth.Channels;

/// <summary>Notices; their moments are dates, for they do not say when they are read.</summary>
internal static class NoticeText
{
    public static void Render(ReplyText text, Notice notice)
    {
        switch (notice)
        {
            case Notice.ChoiceEnded ended:
                Holds(text.Line("Its time is over. Now: ", TextStyle.Warn), ended.Session);
                break;
            case Notice.PayerChanged changed:
                Changed(text, changed);
                break;
            case Notice.ContextRestarted { Ended: true } restarted:
                Holds(text.Line("A fresh start; choices ended with it. Now: "), restarted.Session);
                break;
            case Notice.ContextRestarted restarted:
                Holds(text.Line("A fresh start; the choice stays: "), restarted.Session);
                if (restarted.Session.OfPeople().Any()) text.Add(" To drop the pin: ").Commands(["/model unpin"]);
                break;
            case Notice.ModelFellBack fell:
                text.Line("Another model answers: ", TextStyle.Warn).Model(fell.Answering).Add(", not ").Model(fell.Selected).Add(".");
                Reason(text, fell.Reason);
                break;
        }
    }

    private static void Changed(ReplyText text, Notice.PayerChanged changed)
    {
        text.Line("Another account pays: ", TextStyle.Warn).Payer(changed.To);
        if (changed.From is { } from) text.Add(", not ").Payer(from);
        text.Add(".");
        if (changed.Reason is { } reason) Reason(text, reason);
    }

    private static void Reason(ReplyText text, ErrorCode reason) => text.Add($" {reason.Message} ").Code(reason);

    private static void Holds(ReplyText text, ShownSession session)
    {
        text.Model(session.Model);
        foreach (var pin in session.OfPeople()) text.Add("; pinned: ").Pin(pin, null);
        text.Add(".");
    }
}
