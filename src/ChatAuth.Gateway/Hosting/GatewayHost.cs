using ChatAuth.Core.Hosting;
using ChatAuth.Gateway.Access;
using ChatAuth.Gateway.Http;
using ChatAuth.Gateway.Telemetry;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;

namespace ChatAuth.Gateway.Hosting;

/// <summary>Assembles the daemon. The web host starts empty: no file, variable or argument but ChatAuth's own can change it.</summary>
internal static class GatewayHost
{
    /// <summary>For an exchange of a refresh token whose answer is on the way, which may take 120 seconds; a unit's <c>TimeoutStopSec</c> must be longer. The channels have their own grace.</summary>
    internal static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(130);

    /// <exception cref="Core.Errors.ChatAuthException">The configuration is not valid; every problem is named at once.</exception>
    public static WebApplication Build(bool isDemo)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.AddConsole(console => console.FormatterName = LogLine.Format)
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("ChatAuth", LogLevel.Information)
            .AddFilter("System.Net.Http", LogLevel.None)
            // While it may log, the server makes an activity of each request, with ids that the caller chose.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.WebHost.UseKestrelCore();
        AddTo(builder.Services, isDemo);
        var app = builder.Build();
        app.Run(app.Services.GetRequiredService<GatewayRequests>().AnswerAsync);
        return app;
    }

    private static void AddTo(IServiceCollection services, bool isDemo)
    {
        _ = isDemo ? services.AddChatAuthDemo() : services.AddChatAuth();
        services.AddChatAuthChannels();
        services.AddSingleton<ConsoleFormatter, LogLine>();
        services.AddSingleton<StopSignals>().AddSingleton<IHostLifetime>(provider => provider.GetRequiredService<StopSignals>());
        services.AddHostedService<StartReport>();
        services.AddHostedService<OtlpExport>();
        services.AddSingleton<FirstOwner>().AddSingleton<KnownHosts>().AddSingleton<Readiness>().AddSingleton<GatewayRequests>();
        services.Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStopConcurrently) = (StopTimeout, true));
        services.AddOptions<KestrelServerOptions>().Configure<ChatAuthSettings>((kestrel, settings) => KestrelLimits.Apply(kestrel, settings.Listen));
    }
}
