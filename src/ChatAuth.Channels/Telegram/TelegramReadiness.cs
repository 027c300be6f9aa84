namespace ChatAuth.Channels.Telegram;

/// <summary>Whether messages from Telegram reach this process now. Thread-safe.</summary>
public sealed class TelegramReadiness
{
    private volatile string? _problem = "not started";

    /// <summary>Updates arrive.</summary>
    public bool IsReady => _problem is null;

    /// <summary>Why not, in words without names or secrets; null when they do.</summary>
    public string? Problem => _problem;

    internal void Ready() => _problem = null;

    internal void NotReady(string problem) => _problem = problem;
}
