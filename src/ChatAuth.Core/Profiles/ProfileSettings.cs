namespace ChatAuth.Core.Profiles;

/// <summary>What the configuration says about a profile. It describes profiles; it does not select them.</summary>
/// <param name="Id">Which profile.</param>
/// <param name="Label">The name that may be shown in public; null makes one.</param>
/// <param name="Billing">How its use is paid; null follows the kind of credential.</param>
/// <param name="Kind">The kind of credential that must be stored (<c>api_key</c>, <c>token</c>, <c>oauth</c>; <c>oauth</c> accepts a token); null is any.</param>
/// <param name="Audience">Who may use it, and where.</param>
public sealed record ProfileSettings(ProfileId Id, string? Label, BillingClass? Billing, string? Kind, ProfileAudience Audience);
