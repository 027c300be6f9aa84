using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics;

/// <summary>Decides what is probed, and what must not be spent: pure functions of configuration and roster.</summary>
internal static class ProbePlan
{
    /// <summary>Every profile in scope with each of its models, in stored order.</summary>
    public static IReadOnlyList<ProbeTarget> TargetsOf(ProbeScope scope, ModelCatalog catalog, ProfileRoster roster) =>
    [
        .. roster.All
            .Select(entry => entry.Profile)
            .Where(profile => (scope.Provider is not { } only || profile.Provider == only) && (scope.Profiles.Count == 0 || scope.Profiles.Contains(profile.Id)))
            .SelectMany(profile => ModelsOf(profile.Provider, scope, catalog).Select(model => new ProbeTarget(profile.Id, profile.Provider, model))),
    ];

    /// <summary>
    /// Why a profile must not be asked that model; null when it may. It may while it rests: that is what a probe finds out. What the operator
    /// kept out of an order, did not accept, forbade, or lets be spent in other places alone is left alone, and so is what cannot work.
    /// </summary>
    public static ProbeResult? Withholds(ProbeTarget target, AuthProfile profile, ModelRef model, ChatAuthSettings settings, ProfileRoster roster, DateTimeOffset now) =>
        OperatorCandidates.Find(profile, model, settings, roster, now) is not { } candidate ? new ProbeResult(target, ProbeStatus.ServesElsewhere)
        : OperatorCandidates.IsWithheld(candidate) ? Withheld(target, candidate.Reason) : null;

    /// <summary>Nothing is sent, for this reason.</summary>
    public static ProbeResult Withheld(ProbeTarget target, CandidateReason reason) => new(target, Kebab.Of(reason)) { Reason = reason };

    private static IEnumerable<ModelRef?> ModelsOf(ProviderId provider, ProbeScope scope, ModelCatalog catalog)
    {
        if (scope.Models.Count > 0) return scope.Models.Where(model => model.Provider == provider).Select(model => (ModelRef?)model);
        var configured = Configured(catalog).Where(model => model.Provider == provider && catalog.Allows(model)).Distinct().Select(model => (ModelRef?)model);
        return (scope.EveryModel ? configured : configured.Take(1)).DefaultIfEmpty(null);
    }

    private static IEnumerable<ModelRef> Configured(ModelCatalog catalog) =>
        catalog.Fallbacks.Prepend(catalog.Default).Concat(catalog.Models.Select(listed => listed.Ref));
}
