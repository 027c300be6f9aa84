namespace ChatAuth.Gateway.Telemetry;

/// <summary>The way to the collector. That it is closed is said once, until it was open again; nothing else notices.</summary>
internal sealed partial class CollectorPath(Uri collector, ILogger log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string _origin = collector.GetLeftPart(UriPartial.Authority);
    private int _isClosed;

    /// <summary>A client for an exporter.</summary>
    public HttpClient Open() => new(new CollectorHandler(this)) { Timeout = Patience };

    public void Opened() => LogOpened(_origin);

    public void Delivered() => Interlocked.Exchange(ref _isClosed, 0);

    /// <param name="reason">A status, or the type of an exception: texts may hold anything.</param>
    public void Failed(string reason)
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0) LogClosed(_origin, reason);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Metrics and traces go to {Origin}")]
    private partial void LogOpened(string origin);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Metrics and traces do not arrive at {Origin} ({Reason}); this is said once, until they do again")]
    private partial void LogClosed(string origin, string reason);
}
