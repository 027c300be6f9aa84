namespace ChatAuth.Core.Profiles;

/// <summary>The rules that speak of one resolution.</summary>
internal readonly struct MatchedRules
{
    private readonly List<ProfileRule>? _matched;

    public MatchedRules(ResolutionRequest request)
    {
        foreach (var rule in request.Rules)
        {
            if (rule.Matches(request.Model, request.Asker)) (_matched ??= []).Add(rule);
        }
        Requires = _matched?.Find(rule => rule.Effect is RuleEffect.Require);
    }

    /// <summary>The first rule that requires profiles; null when none does.</summary>
    public ProfileRule? Requires { get; }

    /// <summary>The rule that forbids the profile; null when none does.</summary>
    public ProfileRule? Forbids(ProfileId id) =>
        _matched?.Find(rule => rule.Effect is RuleEffect.Forbid && rule.Profiles.Contains(id));

    /// <summary>Whether some rule requires it, or none requires anything.</summary>
    public bool Admits(ProfileId id) =>
        Requires is null || _matched!.Exists(rule => rule.Effect is RuleEffect.Require && rule.Profiles.Contains(id));

    /// <summary>The profiles that rules prefer, in their order.</summary>
    public IEnumerable<(ProfileId Id, ProfileRule Rule)> Preferred => _matched is null
        ? []
        : _matched.Where(rule => rule.Effect is RuleEffect.Prefer).SelectMany(rule => rule.Profiles, (rule, id) => (id, rule));
}
