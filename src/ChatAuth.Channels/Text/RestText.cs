using ChatAuth.Core.Commands;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Channels;

/// <summary>Why and until when an account is not used, and how far that reaches.</summary>
internal static class RestText
{
    /// <summary><c>cooling (rate limit), ready in 3 h (2026-02-03 18:00 UTC), as its vendor says</c>.</summary>
    public static ReplyText Rest(this ReplyText text, Rest rest, DateTimeOffset now)
    {
        text.Add($"{(rest.IsDisabled ? "disabled" : "cooling")} ({ReplyWords.Of(rest.Reason)})", rest.IsDisabled ? TextStyle.Bad : TextStyle.Warn);
        text.Add(", ready ").Moment(rest.Until, now);
        return rest.EndIsVendors ? text.Add(", as its vendor says") : text;
    }

    /// <summary>How far a rest reaches; nothing where nobody rests.</summary>
    public static ReplyText Reach(this ReplyText text, IReadOnlyList<ShownCandidate> candidates) => candidates.Any(candidate => candidate.Rest is not null)
        ? text.Line("A rest holds in all chats of this agent.", TextStyle.Dim) : text;

    /// <summary>The accounts that a refusal is about; one that is named already gets its rest beside its name.</summary>
    public static void Resting(ReplyText text, CommandReply.Failed failed)
    {
        var named = failed.From is null ? failed.Resting.FirstOrDefault(account => account.Profile == failed.Profile) : null;
        if (named?.Rest is { } own) text.Add(" is ").Rest(own, failed.At);
        foreach (var account in failed.Resting)
        {
            if (ReferenceEquals(account, named)) continue;
            text.Line("- ").Payer(account.Profile).Add("  ");
            if (account.Rest is { } rest) text.Rest(rest, failed.At);
        }
        text.Reach(failed.Resting);
    }
}
