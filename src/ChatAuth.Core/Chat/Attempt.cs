using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Chat;

/// <summary>What an attempt was made for. Only an ordinary message's receipt is "the last receipt" of a conversation.</summary>
public enum AttemptPurpose
{
    /// <summary>An ordinary message.</summary>
    Message,

    /// <summary>A question asked once with another model, or charged once to another account by consent.</summary>
    AskOnce,

    /// <summary>A probe.</summary>
    Probe,
}

/// <summary>What became of an attempt.</summary>
public enum AttemptOutcome
{
    /// <summary>The request may be under way; after a crash, nobody knows.</summary>
    Open,

    /// <summary>It was answered: the attempt is a receipt.</summary>
    Answered,

    /// <summary>It was refused before anything was charged.</summary>
    Failed,

    /// <summary>It broke off when it may have been charged.</summary>
    Unknown,
}

/// <summary>One request to a vendor: durable before it is sent, so that a message is charged at most once; answered, it is the receipt.</summary>
/// <param name="Session">The conversation.</param>
/// <param name="Cause">The message that it answers.</param>
/// <param name="Number">Counts the attempts for that message from 1; each further one is a failover.</param>
/// <param name="By">Who asked.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Model">The model that is asked.</param>
/// <param name="Profile">The profile that is spent.</param>
/// <param name="Payer">Who is charged.</param>
/// <param name="Billing">How.</param>
/// <param name="SessionVersion">The version of the conversation that it was decided on.</param>
/// <param name="StartedAt">When it was begun.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="EndedAt">When it ended; null while it is open.</param>
public sealed record Attempt(
    SessionKey Session, ChangeCause Cause, int Number, Person By, AttemptPurpose Purpose,
    ModelRef Model, ProfileId Profile, Payer Payer, BillingClass Billing, long SessionVersion,
    DateTimeOffset StartedAt, AttemptOutcome Outcome = AttemptOutcome.Open, DateTimeOffset? EndedAt = null)
{
    /// <summary>The same attempt in the conversation as it is known now.</summary>
    internal Attempt In(SessionKey session) => Session == session ? this : this with { Session = session };
}
