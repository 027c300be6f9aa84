using System.Net;
using ChatAuth.Channels.Sending;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Telegram;

/// <summary>Sends requests over HTTP, each once. The token stands in the path: nothing here logs, traces or repeats an address.</summary>
internal sealed partial class BotApiClient(BotApiAddress address, TimeProvider time, ILogger<BotApiClient>? log = null) : ITelegramSender, IDisposable
{
    private const int MostOfUpdates = 64 * 1024 * 1024;
    private const int MostOfOthers = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterPolling = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new BotTokenHandler(address, DirectSocket.Open())) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<TelegramAnswer> SendAsync(TelegramRequest request, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(PatienceFor(request), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var body = new RequestBody(TelegramJson.BodyOf(request));
        try
        {
            return await ExchangeAsync(request, body, either.Token).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (log is not null) LogUnanswered(log, request.Method, NoAnswer.ReasonOf(failed));
            return new TelegramAnswer.Unreachable(body.HasLeft);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<TelegramAnswer> ExchangeAsync(TelegramRequest request, RequestBody body, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, address.Shown(request.Method)) { Content = body };
        using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        await response.Content.LoadIntoBufferAsync(request is TelegramRequest.GetUpdates ? MostOfUpdates : MostOfOthers, cancellationToken).ConfigureAwait(false);
        var answer = AnswerJson.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        switch (answer)
        {
            case TelegramAnswer.Done when response.StatusCode is HttpStatusCode.OK: return answer;
            case TelegramAnswer.Refused refused: return refused with { Description = address.WithoutToken(refused.Description) };
            default:
                if (log is not null) LogUnanswered(log, request.Method, $"status {(int)response.StatusCode}");
                return new TelegramAnswer.Unreachable(true);
        }
    }

    private static TimeSpan PatienceFor(TelegramRequest request) =>
        request is TelegramRequest.GetUpdates { Timeout: var seconds } ? TimeSpan.FromSeconds(seconds) + AfterPolling : Patience;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram did not answer {Method}: {Reason}")]
    private static partial void LogUnanswered(ILogger log, string method, string reason);
}
