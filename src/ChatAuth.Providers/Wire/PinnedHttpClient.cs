namespace ChatAuth.Providers.Wire;

/// <summary>What an SDK is given to send with.</summary>
internal sealed class PinnedHttpClient : HttpClient
{
    private readonly PinnedRequestHandler _handler;

    public PinnedHttpClient(PinnedRequestHandler handler) : base(handler)
    {
        _handler = handler;
        Timeout = System.Threading.Timeout.InfiniteTimeSpan;
    }

    /// <summary>A request has been handed to the socket; before that an SDK has failed by itself.</summary>
    public bool HasBegun => _handler.HasBegun;
}
