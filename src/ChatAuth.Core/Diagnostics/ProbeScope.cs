using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics;

/// <summary>What the operator wants probed.</summary>
/// <param name="Provider">This provider alone; null is every one that has a profile.</param>
/// <param name="Profiles">These profiles alone; empty is every one.</param>
/// <param name="Models">These models, each by its provider's profiles; empty is one model a provider.</param>
/// <param name="EveryModel">Every configured model.</param>
public sealed record ProbeScope(ProviderId? Provider, IReadOnlyList<ProfileId> Profiles, IReadOnlyList<ModelRef> Models, bool EveryModel);
