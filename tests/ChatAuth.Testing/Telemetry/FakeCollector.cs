using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Testing.Telemetry;

/// <summary>A collector of OpenTelemetry on loopback, by HTTP or gRPC, that writes down what it was sent.</summary>
public sealed class FakeCollector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Signal _changed = new();

    private FakeCollector(bool isGrpc)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, endpoint => endpoint.Protocols = isGrpc ? HttpProtocols.Http2 : HttpProtocols.Http1));
        _app = builder.Build();
        _app.Run(isGrpc ? AnswerGrpcAsync : AnswerAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseUrl { get; private set; } = null!;

    /// <summary>Every request, in the order of arrival.</summary>
    public ConcurrentQueue<FakeCollectorRequest> Requests { get; } = new();

    /// <summary>What it answers by HTTP. Default 200.</summary>
    public int Status { get; set; } = StatusCodes.Status200OK;

    /// <summary>What every answer waits for; null for nothing.</summary>
    public Task? Until { get; set; }

    public static async Task<FakeCollector> StartAsync(bool isGrpc = false)
    {
        var collector = new FakeCollector(isGrpc);
        await collector._app.StartAsync();
        collector.BaseUrl = new Uri(collector._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return collector;
    }

    /// <summary>Ends when a request with that text has come.</summary>
    /// <exception cref="TimeoutException">None has within 15 seconds.</exception>
    public Task<FakeCollectorRequest> ArrivedAsync(string text) => _changed.UntilAsync(
        () => Requests.FirstOrDefault(request => request.Text.Contains(text, StringComparison.Ordinal)), null, () => $"'{text}' was not sent.");

    /// <summary>Ends when so many requests have come.</summary>
    /// <exception cref="TimeoutException">They have not within 15 seconds.</exception>
    public Task ArrivedAsync(int count) => _changed.UntilAsync(
        () => Requests.Count >= count ? Requests : null, null, () => $"{Requests.Count} of {count} requests were sent.");

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        await KeepAsync(http);
        http.Response.StatusCode = Status;
    }

    /// <summary>An empty message, which says that all was taken.</summary>
    private async Task AnswerGrpcAsync(HttpContext http)
    {
        await KeepAsync(http);
        http.Response.ContentType = "application/grpc";
        await http.Response.Body.WriteAsync(new byte[5]);
        http.Response.AppendTrailer("grpc-status", "0");
    }

    private async Task KeepAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = string.Join('\n', http.Request.Headers.Select(header => $"{header.Key}: {header.Value}"));
        Requests.Enqueue(new FakeCollectorRequest(http.Request.Path, headers, body.ToArray()));
        _changed.Pulse();
        if (Until is { } moment) await moment.WaitAsync(http.RequestAborted);
    }
}
