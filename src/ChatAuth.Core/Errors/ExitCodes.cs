namespace ChatAuth.Core.Errors;

/// <summary>Exit codes of the command line; the upper ones are those of <c>sysexits.h</c>.</summary>
public static class ExitCodes
{
    /// <summary>Done, and healthy.</summary>
    public const int Ok = 0;

    /// <summary><c>models status --check</c>: a credential is expired or missing.</summary>
    public const int ExpiredOrMissing = 1;

    /// <summary><c>models status --check</c>: a credential ends within the window.</summary>
    public const int Expiring = 2;

    /// <summary><c>doctor</c>: something does not work.</summary>
    public const int Findings = 1;

    /// <summary><c>doctor</c>: everything works, but there is something to know.</summary>
    public const int WarningsOnly = 2;

    /// <summary>The command line was wrong.</summary>
    public const int Usage = 64;

    /// <summary>A store is damaged.</summary>
    public const int StoreDamaged = 65;

    /// <summary>Something that is needed cannot be reached now.</summary>
    public const int Unavailable = 69;

    /// <summary>We are broken.</summary>
    public const int Internal = 70;

    /// <summary>Not permitted, or refused for a reason that the reply names.</summary>
    public const int Refused = 77;

    /// <summary>Ended by the person (Ctrl-C): 128 and the signal's number.</summary>
    public const int Cancelled = 130;
}
