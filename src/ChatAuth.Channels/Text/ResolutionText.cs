using ChatAuth.Core.Commands;

namespace ChatAuth.Channels;

/// <summary>Who pays next, in one line; the same words in every reply.</summary>
internal static class ResolutionText
{
    /// <summary><c>Next: anthropic:work pays (subscription).</c></summary>
    public static ReplyText Next(this ReplyText text, ShownResolution resolution, DateTimeOffset now, string pays = "pays")
    {
        text.Line("Next: ", TextStyle.Strong);
        if (resolution.Next is { } profile)
        {
            text.Add(profile.Name, TextStyle.Strong).Add($" {pays} ({ReplyWords.Of(profile.Billing)}).");
            return ReplyWords.Of(resolution.PayerChange) is { } remark ? text.Line(remark, TextStyle.Warn) : text;
        }

        text.Add($"nobody {pays}.", TextStyle.Bad);
        if (resolution.Refusal is { } refusal) text.Add($" {refusal.Message} ").Code(refusal);
        return resolution.RefusedUntil is { } until ? text.Line("That ends by itself ").Moment(until, now).Add(".") : text;
    }

    /// <summary><c>Decided by: a pin that a person set here</c></summary>
    public static ReplyText DecidedBy(this ReplyText text, ShownResolution resolution)
    {
        text.Line("Decided by: ", TextStyle.Strong).Add(ReplyWords.Of(resolution.DecidedBy));
        return resolution.Rule is { } rule ? text.Add($" (rule {rule})") : text;
    }
}
