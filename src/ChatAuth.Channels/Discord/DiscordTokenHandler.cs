namespace ChatAuth.Channels.Discord;

/// <summary>Puts the tokens into a request right before the socket, and takes them out again: whatever watches requests further out never sees them.</summary>
internal sealed class DiscordTokenHandler(DiscordAddress address, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The route that a request takes.</summary>
    public static HttpRequestOptionsKey<DiscordRoute> Route { get; } = new("route");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var shown = request.RequestUri;
        var route = request.Options.TryGetValue(Route, out var taken) ? taken : throw new InvalidOperationException("A request without a route.");
        request.RequestUri = address.Called(route);
        if (route.IsBots) request.Headers.Authorization = address.Authorization();
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException failed)
        {
            // Its message may quote what the server said, and the server was told the token.
            throw new HttpRequestException(failed.HttpRequestError, "No answer.");
        }
        finally
        {
            request.Headers.Authorization = null;
            request.RequestUri = shown;
        }
    }
}
