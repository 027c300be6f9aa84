namespace ChatAuth.Core.Profiles;

/// <summary>What happens when another account would be charged and no person's choice names it.</summary>
public enum ConsentPreset
{
    /// <summary>The conversation is asked.</summary>
    Ask,

    /// <summary>It is charged, and the answer says so.</summary>
    Allow,

    /// <summary>It is not charged.</summary>
    Refuse,
}

/// <summary>The operator's presets, section <c>Auth:Consent</c>. Another vendor is always asked about.</summary>
/// <param name="SubscriptionToMetered">From a subscription to an account charged by use.</param>
/// <param name="SameBilling">Between accounts of one billing class outside of an explicit order.</param>
/// <param name="MeteredToSubscription">From an account charged by use to a subscription.</param>
public sealed record ConsentPresets(
    ConsentPreset SubscriptionToMetered = ConsentPreset.Ask,
    ConsentPreset SameBilling = ConsentPreset.Ask,
    ConsentPreset MeteredToSubscription = ConsentPreset.Ask)
{
    /// <summary>The conversation is asked about every change.</summary>
    public static ConsentPresets Default { get; } = new();
}
