namespace ChatAuth.Channels.Conversations;

/// <summary>Whether messages from a chat platform reach this process now. Each platform has one, registered under its name. Thread-safe.</summary>
public sealed class ChannelReadiness
{
    private volatile string? _problem = "not started";

    internal ChannelReadiness()
    {
    }

    /// <summary>Messages arrive.</summary>
    public bool IsReady => _problem is null;

    /// <summary>Why not, in words without names or secrets; null when they do.</summary>
    public string? Problem => _problem;

    internal void Ready() => _problem = null;

    internal void NotReady(string problem) => _problem = problem;
}
