namespace ChatAuth.Core.Diagnostics;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>It works, but perhaps not as expected.</summary>
    Warning,

    /// <summary>Something does not work.</summary>
    Error,
}
