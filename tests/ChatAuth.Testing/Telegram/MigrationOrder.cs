namespace ChatAuth.Testing.Telegram;

/// <summary>How a bot learns that a group became a supergroup.</summary>
public enum MigrationOrder
{
    /// <summary>First in the old group where it went, then in the new one whence it came.</summary>
    OldFirst,

    /// <summary>The other way round.</summary>
    NewFirst,

    /// <summary>Not at all: by a refusal, or by later messages.</summary>
    Silent,
}
