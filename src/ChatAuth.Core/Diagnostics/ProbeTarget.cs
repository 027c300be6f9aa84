using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics;

/// <summary>A profile, and a model that is asked with it.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Provider">The provider that it serves.</param>
/// <param name="Model">The model; null where nobody configured one of that provider.</param>
public sealed record ProbeTarget(ProfileId Profile, ProviderId Provider, ModelRef? Model);
