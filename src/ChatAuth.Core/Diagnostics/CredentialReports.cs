using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics;

/// <summary>Looks at an agent's credentials, and at the programs that some of them are borrowed from.</summary>
/// <param name="source">The credentials.</param>
/// <param name="settings">The configuration.</param>
/// <param name="time">The clock.</param>
/// <param name="imports">The other programs; null where nothing is borrowed.</param>
internal sealed class CredentialReports(RosterSource source, ChatAuthSettings settings, TimeProvider time, ImportUpdater? imports = null)
{
    public async Task<CredentialReport> LookAsync(AgentId agent, CancellationToken cancellationToken)
    {
        var borrowed = imports is null ? null : await imports.UpdateAsync(addNew: false, cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow();
        var roster = await source.LoadAsync(agent, now, cancellationToken).ConfigureAwait(false);
        return CredentialReport.Of(settings, roster, provider => source.FindProvider(provider) is not null, now, borrowed);
    }
}
