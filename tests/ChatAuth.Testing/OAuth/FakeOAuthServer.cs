using System.Net;
using ChatAuth.Testing.OAuth.Issuer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Testing.OAuth;

/// <summary>
/// An issuer over HTTP on loopback: sign-in by code with PKCE, refresh tokens in three modes, and whose account a token is. It counts what each refresh
/// token was shown for, and revokes what a strict issuer revokes. Thread-safe.
/// </summary>
public sealed partial class FakeOAuthServer : IAsyncDisposable
{
    private readonly OAuthIssuer _issuer;
    private WebApplication? _app;

    private FakeOAuthServer(FakeOAuthOptions options)
    {
        _issuer = new OAuthIssuer(options);
        Faults = new FakeOAuthFaults(options.Time);
    }

    /// <summary>Where it listens. It stays the same when the server falls and comes back.</summary>
    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>What shall go wrong.</summary>
    public FakeOAuthFaults Faults { get; }

    public static async Task<FakeOAuthServer> StartAsync(FakeOAuthOptions? options = null)
    {
        var server = new FakeOAuthServer(options ?? new FakeOAuthOptions());
        await server.ListenAsync();
        return server;
    }

    /// <summary>Dies: every connection breaks, and none is taken. All that it knows stays.</summary>
    public async Task DieAsync()
    {
        if (_app is not { } app) return;
        _app = null;
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    /// <summary>Comes back at the same address.</summary>
    public Task ComeBackAsync() => _app is null ? ListenAsync() : Task.CompletedTask;

    public async ValueTask DisposeAsync() => await DieAsync();

    private async Task ListenAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, BaseUrl.Port));
        _app = builder.Build();
        _app.Run(new OAuthEndpoint(_issuer, Faults).HandleAsync);
        await _app.StartAsync();
        BaseUrl = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        _issuer.Url = BaseUrl;
    }
}
