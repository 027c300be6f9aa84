namespace ChatAuth.Core.Profiles;

/// <summary>What decided a resolution, strongest first.</summary>
public enum Precedence
{
    /// <summary>A rule that forbids the pinned profile.</summary>
    ForbiddingRule,

    /// <summary>A person's pin in this conversation.</summary>
    UserPin,

    /// <summary>A person's pin in the parent conversation.</summary>
    InheritedUserPin,

    /// <summary>A rule that requires profiles.</summary>
    RequiringRule,

    /// <summary>The resolver's own earlier choice.</summary>
    AutoPin,

    /// <summary>A rule that prefers profiles.</summary>
    PreferringRule,

    /// <summary>The explicit order.</summary>
    Order,

    /// <summary>The payer of the last answer here, then the kind of credential, then the least recent use.</summary>
    TypeAndLastUse,
}
