using System.Globalization;
using ChatAuth.Core.Diagnostics;

namespace ChatAuth.Channels;

/// <summary>What owners are told: what is the matter, then what helps. Moments are dates, for it does not say when it is read.</summary>
internal static class OwnerNoticeText
{
    /// <summary>The conversations that are named; what is true of the others is the same.</summary>
    private const int MostConversations = 3;

    public static void Render(ReplyText text, OwnerNotice notice)
    {
        switch (notice)
        {
            case OwnerNotice.CredentialExpiring expiring:
                Credential(text.Line("Ends soon: ", TextStyle.Warn), expiring).Add(", ").Moment(expiring.Ends, null).Add(".");
                break;
            case OwnerNotice.CredentialExpired expired:
                Credential(text.Line("Has ended: ", TextStyle.Bad), expired).Add(", ").Moment(expired.Ends, null).Add(".");
                break;
            case OwnerNotice.ProfileDisabled disabled:
                Credential(text.Line("Rests: ", TextStyle.Bad), disabled).Add(", until ").Moment(disabled.Until, null).Add(".");
                break;
            case OwnerNotice.PinsBroken broken:
                text.Line(broken.Pins.Count == 1 ? "A pin is broken: " : "Pins are broken: ", TextStyle.Bad).Add(broken.Profile.ToString(), TextStyle.Strong);
                Places(text, broken.Pins);
                break;
        }
        if (notice.Why is { } why) text.Add($" {why.Message} ").Code(why);
        Remedy(text, notice.Remedy);
    }

    private static ReplyText Credential(ReplyText text, OwnerNotice.OfCredential notice)
    {
        text.Add(notice.Profile.ToString(), TextStyle.Strong);
        return notice.Agent.IsMain ? text : text.Add($" of agent {notice.Agent}");
    }

    private static void Places(ReplyText text, IReadOnlyList<BrokenPin> pins)
    {
        text.Add(" in ").Add(string.Join(", ", pins.Take(MostConversations).Select(pin => pin.Conversation)));
        if (pins.Count > MostConversations) text.Add(string.Create(CultureInfo.InvariantCulture, $" and {pins.Count - MostConversations} more"));
        text.Add(".");
    }

    private static void Remedy(ReplyText text, Remedy remedy)
    {
        text.Line(remedy switch
        {
            { Program: { } program } => $"Use {program} once, or run on the host: ",
            { InChat: not null } => "Once it can pay: ",
            _ => "On the host: ",
        }).Commands([remedy.InChat ?? remedy.Command]);
    }
}
