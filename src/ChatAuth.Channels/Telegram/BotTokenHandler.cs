namespace ChatAuth.Channels.Telegram;

/// <summary>Puts the token into the address of a request right before the socket, and takes it out again: whatever watches requests further out never sees it.</summary>
internal sealed class BotTokenHandler(BotApiAddress address, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var shown = request.RequestUri!;
        request.RequestUri = address.Called(shown.Segments[^1]);
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
            request.RequestUri = shown;
        }
    }
}
