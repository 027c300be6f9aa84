namespace ChatAuth.Core.Profiles;

/// <summary>How the use of a credential is paid.</summary>
public enum BillingClass
{
    /// <summary>Costs nothing: the demonstration provider, and endpoints on this machine.</summary>
    Free,

    /// <summary>A flat fee: OAuth logins and static tokens unless configured otherwise.</summary>
    Subscription,

    /// <summary>By use: API keys unless configured otherwise.</summary>
    Metered,
}
