namespace ChatAuth.Core.Credentials;

/// <summary>A token request that has no whole answer.</summary>
/// <param name="wasSent">Its body may have reached the issuer: what it carried is perhaps spent.</param>
/// <param name="reason">Why, in words that are safe to show.</param>
public sealed class TokenRequestException(bool wasSent, string reason) : Exception(reason)
{
    /// <summary>Its body may have reached the issuer: what it carried is perhaps spent.</summary>
    public bool WasSent { get; } = wasSent;
}
