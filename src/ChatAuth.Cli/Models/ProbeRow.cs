using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary>A probe as it is shown.</summary>
/// <param name="Result">What came of it.</param>
/// <param name="Profile">The profile; null when it is gone by now.</param>
/// <param name="Remedy">What to do; null for nothing.</param>
internal sealed record ProbeRow(ProbeResult Result, AuthProfile? Profile, string? Remedy)
{
    public static ProbeRow Of(ProbeResult result, AuthProfile? profile, IReadOnlyList<ICredentialSource> sources) =>
        new(result, profile, ProbeRemedy.Of(result, profile, sources));
}
