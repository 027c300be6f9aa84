using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ChatAuth.Core.Credentials;
using ChatAuth.Providers.Wire;

namespace ChatAuth.Providers.OAuth;

/// <summary>
/// Asks an address with a token and nothing else. No redirect is followed and no proxy of the environment is used: each would be handed the token.
/// Nothing of the framework logs or traces it.
/// </summary>
internal sealed class IdentityHttp(TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const int MaxLength = 64 * 1024;

    private readonly HttpClient _http = new(DirectSocket.Open())
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = MaxLength,
    };

    /// <summary>The JSON that it answers; or what became of the question.</summary>
    public async Task<(JsonElement? Json, AccountAnswer? Failed)> GetAsync(Uri address, Secret token, CancellationToken cancellationToken)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback) return (null, new AccountAnswer.Unknown("The configured address is not https."));
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
            request.Headers.Accept.ParseAdd("application/json");
            using var response = await _http.SendAsync(request, either.Token).ConfigureAwait(false);
            if (response.StatusCode is HttpStatusCode.Unauthorized) return (null, new AccountAnswer.TokenRefused());
            if (!response.IsSuccessStatusCode) return (null, new AccountAnswer.Unknown($"The vendor answered with status {(int)response.StatusCode}."));
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false));
            return (document.RootElement.Clone(), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new AccountAnswer.Unknown($"The vendor did not answer within {Patience.TotalSeconds:0} seconds."));
        }
        catch (HttpRequestException)
        {
            return (null, new AccountAnswer.Unknown("The vendor could not be reached, or its answer was too long."));
        }
        catch (JsonException)
        {
            return (null, new AccountAnswer.Unknown("The vendor's answer is no JSON."));
        }
    }

    public void Dispose() => _http.Dispose();
}
