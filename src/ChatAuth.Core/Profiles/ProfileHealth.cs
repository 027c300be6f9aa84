namespace ChatAuth.Core.Profiles;

/// <summary>What the last uses of a credential tell about it. Immutable; times are the machine's.</summary>
/// <remarks>Rests: 1, 5, 25, 60 minutes after ordinary failures; 5, 10, 20, 24 hours after billing failures; a vendor's reset time wins.</remarks>
public sealed record ProfileHealth
{
    private static readonly TimeSpan LongestCooldown = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan LongestReset = TimeSpan.FromDays(8);

    /// <summary>Nothing is known.</summary>
    public static ProfileHealth Unused { get; } = new();

    /// <summary>When it last served; null is never.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    /// <summary>When the attempt that failed last began.</summary>
    public DateTimeOffset? LastFailure { get; init; }

    /// <summary>Ordinary failures in the window.</summary>
    public int Errors { get; init; }

    /// <summary>Billing failures in the window.</summary>
    public int BillingErrors { get; init; }

    /// <summary>Why it failed last.</summary>
    public FailureReason? Reason { get; init; }

    /// <summary>End of a short rest.</summary>
    public DateTimeOffset? CooldownUntil { get; init; }

    /// <summary>End of a long rest that a person can shorten: the account could not pay.</summary>
    public DateTimeOffset? DisabledUntil { get; init; }

    /// <summary>The vendor itself named the end of the rest.</summary>
    public bool EndIsVendors { get; init; }

    private DateTimeOffset? LastEnd => CooldownUntil > DisabledUntil || DisabledUntil is null ? CooldownUntil : DisabledUntil;

    /// <summary>Whether it rests at that moment.</summary>
    public bool IsCooling(DateTimeOffset now) => CooldownUntil > now;

    /// <summary>Whether it is disabled for billing at that moment.</summary>
    public bool IsDisabled(DateTimeOffset now) => DisabledUntil > now;

    /// <summary>The end of the longest rest that still lasts; null when it may be used.</summary>
    public DateTimeOffset? UnusableUntil(DateTimeOffset now) => LastEnd > now ? LastEnd : null;

    /// <summary>Why and until when it may not be used at that moment; null when it may.</summary>
    public Rest? RestAt(DateTimeOffset now) => UnusableUntil(now) is { } until
        ? new Rest(IsDisabled(now) ? FailureReason.Billing : Reason ?? FailureReason.Unknown, IsDisabled(now), until, EndIsVendors && until == CooldownUntil)
        : null;

    /// <summary>
    /// Whether its rest ended by time and it has not served since: its next use is a trial. Neither a success nor an owner leaves a rest behind.
    /// </summary>
    /// <param name="now">The present.</param>
    /// <param name="window">For how long after its end a rest still counts.</param>
    public bool NeedsTrial(DateTimeOffset now, TimeSpan window) => LastEnd <= now && now - LastEnd <= window;

    /// <summary>After a failed attempt. An attempt that began before the last counted failure is the same failure and changes nothing.</summary>
    /// <param name="reason">What the vendor's answer means.</param>
    /// <param name="attemptStart">When the attempt began.</param>
    /// <param name="now">The present.</param>
    /// <param name="options">How long to rest.</param>
    /// <param name="reset">The end that the vendor named; null when it named none.</param>
    public ProfileHealth AfterFailure(
        FailureReason reason, DateTimeOffset attemptStart, DateTimeOffset now, CooldownOptions options, DateTimeOffset? reset = null)
    {
        if (attemptStart <= LastFailure) return this;
        var known = LastFailure is { } last && attemptStart - last > options.FailureWindow ? this with { Errors = 0, BillingErrors = 0 } : this;
        var failed = known with { LastFailure = attemptStart, Reason = reason, EndIsVendors = reset is not null };
        if (reason is FailureReason.Billing)
        {
            var longest = Math.Max(options.BillingBackoffHours, options.BillingMaxHours);
            var hours = Math.Min(longest, options.BillingBackoffHours * Math.Pow(2, Math.Min(known.BillingErrors, 10)));
            return failed with { BillingErrors = known.BillingErrors + 1, DisabledUntil = now + TimeSpan.FromHours(hours) };
        }
        var minutes = Math.Min(LongestCooldown.TotalMinutes, Math.Pow(5, Math.Min(known.Errors, 3)));
        return failed with { Errors = known.Errors + 1, CooldownUntil = reset ?? now + TimeSpan.FromMinutes(minutes) };
    }

    /// <summary>After a success. One that began before the last failure proves nothing about it and only counts as a use.</summary>
    public ProfileHealth AfterSuccess(DateTimeOffset attemptStart, DateTimeOffset now) => attemptStart <= LastFailure
        ? this with { LastUsed = now }
        : new ProfileHealth { LastUsed = now, LastFailure = LastFailure };

    /// <summary>
    /// After an owner cleared every rest: cool-down and billing disable, with all that was counted. The last failure stays known, so that late news of
    /// attempts before it do not count once more.
    /// </summary>
    public ProfileHealth Cleared() => new() { LastUsed = LastUsed, LastFailure = LastFailure };

    /// <summary>
    /// The same, with ends that lie further from the failure than any rule allows pulled back: a clock that jumped, or a vendor that names
    /// an end beyond all measure, must not disable an account for years. A failure that lies in the future proves nothing: the clock was set back.
    /// </summary>
    public ProfileHealth Clamped(DateTimeOffset now, CooldownOptions options)
    {
        if (LastFailure > now) return new ProfileHealth { LastUsed = LastUsed };
        var start = LastFailure ?? now;
        var cooldown = start + (EndIsVendors ? LongestReset : LongestCooldown);
        var disabled = start + TimeSpan.FromHours(Math.Max(options.BillingBackoffHours, options.BillingMaxHours));
        return !(CooldownUntil > cooldown) && !(DisabledUntil > disabled)
            ? this
            : this with
            {
                CooldownUntil = CooldownUntil > cooldown ? cooldown : CooldownUntil,
                DisabledUntil = DisabledUntil > disabled ? disabled : DisabledUntil,
            };
    }
}
