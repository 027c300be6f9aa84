namespace ChatAuth.Core.Diagnostics;

/// <summary>A check that calls on other machines to no end but looking: it is run on request only, and is skipped otherwise.</summary>
public interface IOnlineCheck : ICheck;
