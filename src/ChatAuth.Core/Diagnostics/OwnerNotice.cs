using System.Globalization;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Delivery;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics;

/// <summary>Something about the installation's credentials that its owners are told once, in private: it holds ids, never a secret and no name of a person.</summary>
public abstract record OwnerNotice
{
    private protected OwnerNotice(ProfileId profile, ErrorCode? why, Remedy remedy) => (Profile, Why, Remedy) = (profile, why, remedy);

    /// <summary>The profile that it is about.</summary>
    public ProfileId Profile { get; init; }

    /// <summary>What is wrong; null where nothing is but that time passes.</summary>
    public ErrorCode? Why { get; init; }

    /// <summary>What helps.</summary>
    public Remedy Remedy { get; init; }

    /// <summary>Records it as told. That comes before the telling, so that a notice can be lost in a crash, and cannot be told twice.</summary>
    /// <param name="ledger">What was told.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What of it was not told before; null when all of it was.</returns>
    public abstract Task<OwnerNotice?> RecordAsync(INoticeLedger ledger, CancellationToken cancellationToken);

    /// <summary>It is about one credential.</summary>
    public abstract record OfCredential : OwnerNotice
    {
        private protected OfCredential(AgentId agent, ProfileId profile, ErrorCode? why, Remedy remedy) : base(profile, why, remedy) => Agent = agent;

        /// <summary>The agent whose credential it is.</summary>
        public AgentId Agent { get; init; }

        /// <summary>What the ledger knows it by; when it is another matter, such as another end, it is another text.</summary>
        public abstract string Subject { get; }

        /// <summary>How far it has come, in kebab case; each stage of a subject is told once.</summary>
        public abstract string StageName { get; }

        /// <inheritdoc/>
        public sealed override async Task<OwnerNotice?> RecordAsync(INoticeLedger ledger, CancellationToken cancellationToken) =>
            await ledger.TryRecordAsync(Subject, StageName, cancellationToken).ConfigureAwait(false) ? this : null;
    }

    /// <summary>A credential ends soon.</summary>
    /// <param name="Agent">The agent whose credential it is.</param>
    /// <param name="Profile">The profile.</param>
    /// <param name="Stage">How near its end is; never <see cref="ExpiryStage.Ended"/>.</param>
    /// <param name="Ends">Its end.</param>
    /// <param name="Why">What keeps it from being refreshed; null when nothing could refresh it.</param>
    /// <param name="Remedy">What helps.</param>
    public sealed record CredentialExpiring(
        AgentId Agent, ProfileId Profile, ExpiryStage Stage, DateTimeOffset Ends, ErrorCode? Why, Remedy Remedy) : OfCredential(Agent, Profile, Why, Remedy)
    {
        /// <inheritdoc/>
        public override string Subject => Named(Agent, Profile, "", Ends);

        /// <inheritdoc/>
        public override string StageName => Kebab.Of(Stage);
    }

    /// <summary>A credential has ended.</summary>
    /// <param name="Agent">The agent whose credential it is.</param>
    /// <param name="Profile">The profile.</param>
    /// <param name="Ends">Its end.</param>
    /// <param name="Why">What kept it from being refreshed; null when nothing could refresh it.</param>
    /// <param name="Remedy">What helps.</param>
    public sealed record CredentialExpired(
        AgentId Agent, ProfileId Profile, DateTimeOffset Ends, ErrorCode? Why, Remedy Remedy) : OfCredential(Agent, Profile, Why, Remedy)
    {
        /// <inheritdoc/>
        public override string Subject => Named(Agent, Profile, "", Ends);

        /// <inheritdoc/>
        public override string StageName => Kebab.Of(ExpiryStage.Ended);
    }

    /// <summary>An account could not pay, and rests.</summary>
    /// <param name="Agent">The agent whose credential it is.</param>
    /// <param name="Profile">The profile.</param>
    /// <param name="Until">When it is tried again.</param>
    /// <param name="Remedy">What helps.</param>
    public sealed record ProfileDisabled(
        AgentId Agent, ProfileId Profile, DateTimeOffset Until, Remedy Remedy) : OfCredential(Agent, Profile, ErrorCode.VendorUnpaid, Remedy)
    {
        /// <inheritdoc/>
        public override string Subject => Named(Agent, Profile, "disabled ", Until);

        /// <inheritdoc/>
        public override string StageName => "disabled";
    }

    /// <summary>People's pins on a profile cannot be used: their conversations stand still until somebody does something.</summary>
    /// <param name="Profile">The profile.</param>
    /// <param name="Why">Why it cannot be used.</param>
    /// <param name="Pins">Where, first broken first; at least one.</param>
    /// <param name="Remedy">What helps.</param>
    public sealed record PinsBroken(ProfileId Profile, ErrorCode? Why, IReadOnlyList<BrokenPin> Pins, Remedy Remedy) : OwnerNotice(Profile, Why, Remedy)
    {
        /// <summary>The stage of every broken pin in the ledger.</summary>
        public const string StageName = "broken";

        /// <inheritdoc/>
        public override async Task<OwnerNotice?> RecordAsync(INoticeLedger ledger, CancellationToken cancellationToken)
        {
            var fresh = new List<BrokenPin>();
            foreach (var pin in Pins)
            {
                var subject = string.Create(CultureInfo.InvariantCulture, $"pin {pin.Change}");
                if (await ledger.TryRecordAsync(subject, StageName, cancellationToken).ConfigureAwait(false)) fresh.Add(pin);
            }
            return fresh.Count == 0 ? null : this with { Pins = fresh };
        }
    }

    private static string Named(AgentId agent, ProfileId profile, string what, DateTimeOffset moment) =>
        string.Create(CultureInfo.InvariantCulture, $"{agent} {profile} {what}{moment.ToUnixTimeMilliseconds()}");
}
