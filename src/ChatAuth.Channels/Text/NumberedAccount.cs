using ChatAuth.Core.Commands;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Channels;

/// <summary>An account of the second step, as its row and its button name it.</summary>
/// <param name="Number">Its number, through all pages.</param>
/// <param name="Candidate">The account.</param>
/// <param name="Holds">It is the one that is pinned here, or that would serve where none is.</param>
internal sealed record NumberedAccount(int Number, ShownCandidate Candidate, bool Holds)
{
    /// <summary>Its letter on its page: the numbers are those of models, and <c>/model 2</c> always means one of these.</summary>
    public char Letter => (char)('a' + (Number - 1) % 26);

    /// <summary>The accounts of the page, in order.</summary>
    public static IReadOnlyList<NumberedAccount> Of(CommandReply.AccountPicker picker)
    {
        var holding = Holding(picker);
        return [.. picker.Accounts.Select((account, i) => new NumberedAccount(picker.First + i, account, ReferenceEquals(account, holding)))];
    }

    /// <summary>The account of a button: buttons come in the order of the accounts, of which some may have none.</summary>
    public static NumberedAccount? Of(CommandReply.AccountPicker picker, ReplyAction action)
    {
        var accounts = new Queue<NumberedAccount>(Of(picker));
        foreach (var button in picker.Actions.Where(button => button is { Kind: ReplyActionKind.Select, Profile: not null }))
        {
            while (accounts.TryPeek(out var other) && other.Candidate.Profile != button.Shown) accounts.Dequeue();
            var found = accounts.TryDequeue(out var account) ? account : null;
            if (ReferenceEquals(button, action)) return found;
        }
        return null;
    }

    /// <summary>None where several have the pinned one's name, as private accounts do: a wrong mark is worse than none.</summary>
    private static ShownCandidate? Holding(CommandReply.AccountPicker picker)
    {
        var pinned = picker.Session?.Pins.FirstOrDefault(pin => pin.Provider == picker.Model.Ref.Provider)?.Profile;
        if (pinned is null) return picker.Accounts.FirstOrDefault(account => account.Reason == CandidateReason.Chosen);
        var named = picker.Accounts.Where(account => account.Profile == pinned).ToList();
        return named is [var only] ? only : null;
    }
}
