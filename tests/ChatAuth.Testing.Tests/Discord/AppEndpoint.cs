using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Testing.Tests.Discord;

/// <summary>An interactions endpoint that answers what a test wants it to answer. It takes a signature for good when it is the one that the fake made.</summary>
internal sealed class AppEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AppEndpoint(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = null!;

    /// <summary>What is answered, by interaction.</summary>
    public Func<JsonNode, Task<object>> Answer { get; set; } = _ => Task.FromResult<object>(new { type = 4, data = new { content = "Hello" } });

    /// <summary>The status, where the answer is not 200.</summary>
    public int Status { get; set; } = 200;

    /// <summary>What says whether a request is genuine.</summary>
    public Func<string, string, string, bool> IsGenuine { get; set; } = (_, _, _) => true;

    public JsonNode? Last { get; private set; }

    public static async Task<AppEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var endpoint = new AppEndpoint(builder.Build());
        endpoint._app.Run(endpoint.HandleAsync);
        await endpoint._app.StartAsync();
        endpoint.Url = new Uri(endpoint._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return endpoint;
    }

    public void Always(object answer) => Answer = _ => Task.FromResult(answer);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        if (!IsGenuine($"{http.Request.Headers["X-Signature-Timestamp"]}", $"{http.Request.Headers["X-Signature-Ed25519"]}", body))
        {
            http.Response.StatusCode = 401;
            return;
        }
        Last = JsonNode.Parse(body)!;
        var answer = Last["type"]!.GetValue<int>() == 1 ? new { type = 1 } : await Answer(Last);
        http.Response.StatusCode = Status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(JsonSerializer.Serialize(answer));
    }
}
