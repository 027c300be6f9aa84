using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Channels;

/// <summary>Accounts with their states.</summary>
internal static class CandidateText
{
    /// <summary><c>work ready · personal expiring in 5 h</c>.</summary>
    public static ReplyText Accounts(
        this ReplyText text, IReadOnlyList<ShownCandidate> accounts, ProviderId provider, DateTimeOffset now)
    {
        if (accounts.Count == 0) return text.Add("no account", TextStyle.Dim);
        for (var i = 0; i < accounts.Count; i++)
        {
            var account = accounts[i];
            text.Add(i == 0 ? "" : " · ").Add(account.Profile.NameAt(provider)).Add(" ").Badge(account, now);
        }
        return text;
    }

    /// <summary>Its state in few words, or what bars it here.</summary>
    public static ReplyText Badge(this ReplyText text, ShownCandidate account, DateTimeOffset now) =>
        Bars(account.Reason) ? text.Add(ReplyWords.Of(account.Reason), TextStyle.Bad)
        : account.State == CandidateState.Expired ? text.Add("expired", TextStyle.Bad)
        : text.State(account, now);

    /// <summary>A line for each: its name, how it is paid, its kind, its state and its reason.</summary>
    public static ReplyText Candidates(this ReplyText text, IReadOnlyList<ShownCandidate> candidates, DateTimeOffset now)
    {
        foreach (var candidate in candidates)
        {
            text.Line("- ").Add(candidate.Profile.Name, candidate.Reason == CandidateReason.Chosen ? TextStyle.Strong : TextStyle.Plain);
            var kind = candidate.Kind is { } known ? $", {known}" : "";
            text.Add($" ({ReplyWords.Of(candidate.Profile.Billing)}{kind})  ");
            if (candidate.Rest is { } rest) text.Rest(rest, now);
            else text.State(candidate, now);
            if (Kebab.Of(candidate.Reason) != Kebab.Of(candidate.State)) text.Add(" · ").Add(ReplyWords.Of(candidate.Reason));
            if (candidate.Rule is { } rule) text.Add($" (rule {rule})");
            if (candidate.Source is { } source) text.Add($" · from {source}");
        }
        return text.Reach(candidates);
    }

    private static ReplyText State(this ReplyText text, ShownCandidate candidate, DateTimeOffset now)
    {
        var until = candidate.Until is { } moment ? RelativeTime.Of(moment, now) : null;
        return candidate switch
        {
            { State: CandidateState.Expired } => text.Add(Joined("expired", until), TextStyle.Bad),
            { State: CandidateState.Cooling } => text.Add(Joined("cooling", until, ", ready "), TextStyle.Warn),
            { State: CandidateState.Disabled } => text.Add(Joined("disabled", until, ", ready "), TextStyle.Bad),
            { State: CandidateState.Missing or CandidateState.Unusable } => text.Add(Kebab.Of(candidate.State), TextStyle.Bad),
            { State: CandidateState.Expiring } => text.Add(Joined("expiring", until), TextStyle.Warn),
            _ => text.Add("ready", TextStyle.Good),
        };
    }

    /// <summary>It cannot be chosen here, however well it is.</summary>
    public static bool Bars(CandidateReason reason) =>
        reason is CandidateReason.ForbiddenByRule or CandidateReason.AccountChanged or CandidateReason.ProviderNotAvailable;

    private static string Joined(string state, string? until, string between = " ") => until is null ? state : state + between + until;
}
