using System.Text;
using ChatAuth.Core.Access;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Sessions;

/// <summary>What holds for one provider in a conversation.</summary>
public abstract record PinState
{
    private protected PinState() { }

    /// <summary>The profile that is named; null when none is.</summary>
    public virtual ProfileId? Named => null;

    /// <summary>The person's pin in it, whole or broken; null when no person pinned.</summary>
    public UserPinned? OfPerson => this switch
    {
        UserPinned pin => pin,
        PinBroken broken => broken.Pin,
        _ => null,
    };

    /// <summary>Prints what the case itself declares. A whole pin's <see cref="OfPerson"/> is the pin: printed, it would never end.</summary>
    protected virtual bool PrintMembers(StringBuilder builder) => false;

    /// <summary>The resolver chooses.</summary>
    public sealed record Unpinned : PinState
    {
        /// <summary>The only instance that is needed.</summary>
        public static Unpinned Instance { get; } = new();
    }

    /// <summary>The resolver's choice, kept for cache warmth; it may fail over.</summary>
    /// <param name="Profile">The profile.</param>
    /// <param name="Payer">Who was charged when it was chosen.</param>
    public sealed record AutoPinned(ProfileId Profile, Payer Payer) : PinState
    {
        /// <inheritdoc/>
        public override ProfileId? Named => Profile;
    }

    /// <summary>A person said so: that credential or nothing.</summary>
    /// <param name="Profile">The profile.</param>
    /// <param name="Payer">Who it charged when it was pinned; another payer under the id breaks the pin.</param>
    /// <param name="By">The person.</param>
    /// <param name="Until">When it ends by itself; null is never.</param>
    /// <param name="Then">What stood before a pin that ends; null when it does not end.</param>
    public sealed record UserPinned(ProfileId Profile, Payer Payer, Person By, DateTimeOffset? Until = null, PinState? Then = null) : PinState
    {
        /// <inheritdoc/>
        public override ProfileId? Named => Profile;
    }

    /// <summary>A person's pin that cannot be used. It mends when the same payer comes back.</summary>
    /// <param name="Pin">The pin.</param>
    /// <param name="Reason">Why it cannot be used.</param>
    /// <param name="Since">When that was noticed.</param>
    public sealed record PinBroken(UserPinned Pin, PinBreak Reason, DateTimeOffset Since) : PinState
    {
        /// <inheritdoc/>
        public override ProfileId? Named => Pin.Profile;

        /// <summary>The revision of the credential that the vendor refused; another one of the same payer mends the pin. Null for other reasons.</summary>
        public string? RefusedRevision { get; init; }
    }
}
