using System.Security.Cryptography;
using ChatAuth.Core.Buttons;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Delivery;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Chat;

/// <summary>The trials of one call: of all messages of the installation, one at a time tries a credential that has just rested; for the others it rests on.</summary>
internal sealed class CallTrials(ILeaseStore leases, IIdFactory ids, TimeProvider time) : IAsyncDisposable
{
    private readonly Dictionary<ProfileId, DateTimeOffset> _elsewhere = [];
    private (HealthKey Key, KeptLease Lease)? _held;

    /// <summary>The credentials that other messages try, each until then at most.</summary>
    public IReadOnlyDictionary<ProfileId, DateTimeOffset> Elsewhere => _elsewhere;

    /// <summary>Whether this call holds a trial.</summary>
    public bool IsHolding => _held is not null;

    /// <summary>Whether this call is the trial of a credential.</summary>
    public bool Holds(AgentId agent, AuthProfile profile) => _held?.Key == HealthKey.Of(agent, profile);

    /// <summary>Makes this call the trial of a credential; where another message is, it is known as tried elsewhere.</summary>
    public async Task TryAsync(AgentId agent, AuthProfile profile, CancellationToken cancellationToken)
    {
        await EndAsync().ConfigureAwait(false);
        var key = HealthKey.Of(agent, profile);
        // A holder of its own for every call: two messages of one process are two.
        var holder = FormattableString.Invariant($"{ids.NextBits():x16}");
        if (await KeptLease.TakeAsync(leases, NameOf(key), holder, time, cancellationToken).ConfigureAwait(false) is { } lease) _held = (key, lease);
        else _elsewhere[profile.Id] = time.GetUtcNow() + KeptLease.Duration;
    }

    /// <summary>Lets the next message try, if the credential still needs it.</summary>
    public async Task EndAsync()
    {
        if (_held is not var (_, lease)) return;
        _held = null;
        await lease.DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync() => await EndAsync().ConfigureAwait(false);

    /// <summary>Another name for every agent, profile, payer and credential, and nothing of them in it.</summary>
    internal static string NameOf(HealthKey key) => "trial:" + Convert.ToHexStringLower(
        SHA256.HashData(HashedParts.Bytes([], [key.Agent.Name, key.Profile.ToString(), key.Payer.Text, key.Revision])));
}
