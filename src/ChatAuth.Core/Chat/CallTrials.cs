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
    private Dictionary<ProfileId, DateTimeOffset>? _elsewhere;
    private (HealthKey Key, string Holder)? _held;

    /// <summary>For how long a trial keeps others away at most. It is not renewed: where a vendor is silent for longer, or a process was killed, the next message tries.</summary>
    public static TimeSpan Duration { get; } = TimeSpan.FromSeconds(60);

    /// <summary>The roster in which the credentials that other messages try are theirs.</summary>
    public ProfileRoster Known(ProfileRoster roster) => _elsewhere is null ? roster : roster.Change(entry =>
        _elsewhere.TryGetValue(entry.Profile.Id, out var end) ? entry with { TriedUntil = end } : entry);

    /// <summary>Whether this call is the trial of a credential.</summary>
    public bool Holds(AgentId agent, AuthProfile profile) => _held?.Key == HealthKey.Of(agent, profile);

    /// <summary>Whether this call is the trial of any.</summary>
    public bool IsHeld => _held is not null;

    /// <summary>Makes this call the trial of a credential; where another message is, it is known as tried elsewhere.</summary>
    public async Task TryAsync(AgentId agent, AuthProfile profile, CancellationToken cancellationToken)
    {
        await EndAsync().ConfigureAwait(false);
        var key = HealthKey.Of(agent, profile);
        // A holder of its own for every call: two messages of one process are two.
        var holder = FormattableString.Invariant($"{ids.NextBits():x16}");
        if (await leases.TryTakeAsync(NameOf(key), holder, Duration, cancellationToken).ConfigureAwait(false)) _held = (key, holder);
        else (_elsewhere ??= [])[profile.Id] = time.GetUtcNow() + Duration;
    }

    /// <summary>Lets the next message try, if the credential still needs it.</summary>
    public async Task EndAsync()
    {
        if (_held is not var (key, holder)) return;
        _held = null;
        // Where the database does not answer any more, it runs out by itself.
        await leases.ReleaseAsync(NameOf(key), holder, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Ends a trial of any other credential than the one that is sent with.</summary>
    public Task EndOthersAsync(AgentId agent, AuthProfile sent) => Holds(agent, sent) ? Task.CompletedTask : EndAsync();

    public async ValueTask DisposeAsync() => await EndAsync().ConfigureAwait(false);

    /// <summary>Another name for every agent, profile, payer and credential, and nothing of them in it.</summary>
    internal static string NameOf(HealthKey key) => "trial:" + Convert.ToHexStringLower(
        SHA256.HashData(HashedParts.Bytes([], [key.Agent.Name, key.Profile.ToString(), key.Payer.Text, key.Revision])));
}
