using ChatAuth.Core.Access;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Profiles;

/// <summary>Which accounts are asked with for the operator, in no conversation: by a probe, or for a list of models.</summary>
internal static class OperatorCandidates
{
    private static readonly Asker Operator = new(Person.Operator, SessionKey.Terminal("probe"), IsPrivate: true, IsOperator: true);

    /// <summary>The profile as the operator's candidate; null where it serves in other places alone.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="model">The model that is asked; null where no model is, so that rules about one model do not speak of it.</param>
    /// <param name="settings">The configuration.</param>
    /// <param name="roster">All profiles.</param>
    /// <param name="now">The present.</param>
    public static Candidate? Find(AuthProfile profile, ModelRef? model, ChatAuthSettings settings, ProfileRoster roster, DateTimeOffset now) =>
        ProfileResolver.Resolve(new ResolutionRequest
        {
            Model = model ?? new ModelRef(profile.Provider, ""),
            Profiles = roster.For(profile.Provider),
            Order = roster.OrderOf(profile.Provider),
            Rules = settings.Rules,
            Asker = Operator,
            WarnWithin = settings.WarnWithin,
            Now = now,
        }).Find(profile.Id);

    /// <summary>
    /// What the operator kept out of an order, did not accept or forbade is left alone, and so is what cannot work. What rests is not withheld.
    /// </summary>
    public static bool IsWithheld(Candidate candidate) =>
        candidate.State is CandidateState.Expired or CandidateState.Unusable or CandidateState.Missing
        || candidate.Reason is CandidateReason.ForbiddenByRule or CandidateReason.NotRequired or CandidateReason.NotInOrder or CandidateReason.NotAccepted;
}
