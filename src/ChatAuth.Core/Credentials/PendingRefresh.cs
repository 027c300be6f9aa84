namespace ChatAuth.Core.Credentials;

/// <summary>An exchange that was begun and has not ended.</summary>
/// <param name="Family">The token that was sent.</param>
/// <param name="Intent">Who began it last, and when.</param>
public sealed record PendingRefresh(RefreshFamily Family, RefreshIntent Intent);
