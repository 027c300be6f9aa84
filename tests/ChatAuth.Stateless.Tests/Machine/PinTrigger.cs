namespace ChatAuth.Stateless.Tests.Machine;

/// <summary>What happens to one provider's pin. An event of the whole conversation is fired at each of them.</summary>
internal enum PinTrigger
{
    /// <summary>A person pinned.</summary>
    Pinned,

    /// <summary>A person's choice is over: removed, reset, or left for the parent's.</summary>
    Dropped,

    /// <summary>What stood before came back.</summary>
    Restored,

    /// <summary>The time of something in the conversation ran out.</summary>
    EndReached,

    /// <summary>The context began anew, or was compacted.</summary>
    ContextLeft,

    /// <summary>The resolver chose.</summary>
    Chosen,

    /// <summary>A profile was refused for a while.</summary>
    Failed,

    /// <summary>The pinned profile cannot be used.</summary>
    Broke,

    /// <summary>The pinned profile can be used again.</summary>
    Mended,
}
