using System.Net.Http.Headers;
using ChatAuth.Channels.Sending;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Discord;

/// <summary>Sends requests over HTTP, each once. Tokens of interactions stand in paths: nothing here logs, traces or repeats an address.</summary>
internal sealed partial class DiscordRestClient(DiscordAddress address, TimeProvider time, ILogger<DiscordRestClient>? log = null) : IDiscordSender, IDisposable
{
    /// <summary>A hundred commands of up to 8000 characters each.</summary>
    private const int MostOfCommands = 8 * 1024 * 1024;

    private const int MostOfOthers = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>In the form that Discord asks for; where it wants an address, the name.</summary>
    private static readonly ProductInfoHeaderValue[] Agent =
        [new("DiscordBot", null), new($"(ChatAuth, {typeof(DiscordRestClient).Assembly.GetName().Version?.ToString(3)})")];

    private readonly HttpClient _http = new(new DiscordTokenHandler(address, DirectSocket.Open())) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<DiscordAnswer> SendAsync(DiscordRequest request, CancellationToken cancellationToken)
    {
        var route = DiscordRoute.Of(request);
        using var deadline = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var body = DiscordJson.BodyOf(request) is { } json ? new RequestBody(json) : null;
        try
        {
            return await ExchangeAsync(route, body, either.Token).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (log is not null) LogUnanswered(log, route.Template, NoAnswer.ReasonOf(failed));
            return new DiscordAnswer.Unreachable(body?.HasLeft ?? true);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<DiscordAnswer> ExchangeAsync(DiscordRoute route, RequestBody? body, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(route.Method, address.Shown(route)) { Content = body };
        message.Options.Set(DiscordTokenHandler.Route, route);
        foreach (var part in Agent) message.Headers.UserAgent.Add(part);

        using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        await response.Content.LoadIntoBufferAsync(route.Template.EndsWith("/commands", StringComparison.Ordinal) ? MostOfCommands : MostOfOthers, cancellationToken).ConfigureAwait(false);
        var answer = DiscordAnswerReader.Read(response, await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        if (answer is DiscordAnswer.Unreachable && log is not null) LogUnanswered(log, route.Template, $"status {(int)response.StatusCode}");
        return answer;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord did not answer {Route}: {Reason}")]
    private static partial void LogUnanswered(ILogger log, string route, string reason);
}
