namespace ChatAuth.Channels.Sending;

/// <summary>When one place may be sent to.</summary>
internal interface IPace
{
    /// <summary>Nothing that is known of the place matters any more, so that it can be forgotten.</summary>
    bool IsQuiet(TimeSpan now);
}
