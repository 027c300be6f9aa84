namespace ChatAuth.Core.Telemetry;

/// <summary>By what names a host listens. <c>docs/operations.md</c> lists the instruments and activities; none names a person, a conversation, a profile or a secret.</summary>
public static class ChatAuthTelemetry
{
    /// <summary>The meter: calls, failovers, refreshes, rests, changes of pins, commands and questions.</summary>
    public const string MeterName = "ChatAuth";

    /// <summary>The source of activities: one a message that is asked, one a request to a vendor, one a command.</summary>
    public const string ActivitySourceName = "ChatAuth";
}
