using System.Net;
using ChatAuth.Channels.Discord;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Channels.Tests.Discord.Scenarios;

/// <summary>The few lines that a host of an endpoint needs.</summary>
internal sealed class InteractionHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DiscordEndpoint _endpoint;

    private InteractionHost(WebApplication app, DiscordEndpoint endpoint) => (_app, _endpoint) = (app, endpoint);

    public Uri Url => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/discord");

    public static async Task<InteractionHost> StartAsync(DiscordEndpoint endpoint)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var host = new InteractionHost(app, endpoint);
        app.Run(host.AnswerAsync);
        await app.StartAsync();
        return host;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = http.Request.Headers;
        var answer = await _endpoint.ReceiveAsync(headers[DiscordEndpoint.SignatureHeader], headers[DiscordEndpoint.TimestampHeader], body.ToArray());
        http.Response.StatusCode = (int)answer.Status;
        if (answer.Json.IsEmpty) return;
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(answer.Json);
    }
}
