namespace ChatAuth.Core.Profiles;

/// <summary>Why and until when a credential is not used. It is the account's, in every conversation of its agent.</summary>
/// <param name="Reason">Why.</param>
/// <param name="IsDisabled">The account could not pay: the rest is a long one.</param>
/// <param name="Until">When it ends by itself.</param>
/// <param name="EndIsVendors">The vendor itself named that moment.</param>
public sealed record Rest(FailureReason Reason, bool IsDisabled, DateTimeOffset Until, bool EndIsVendors);
