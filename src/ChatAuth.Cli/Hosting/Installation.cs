using ChatAuth.Cli.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Storage.Files;
using ChatAuth.Storage.Variables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Cli.Hosting;

/// <summary>Assembles what the commands use: this host's installation, or the demonstration's.</summary>
internal static class Installation
{
    public static IServiceProvider Assemble(bool demo, string? log)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TerminalNoticeSink>();
        services.AddSingleton<INoticeSink>(provider => provider.GetRequiredService<TerminalNoticeSink>());
        services.AddSingleton<IOwnerSink>(provider => provider.GetRequiredService<TerminalNoticeSink>());
        services.AddSingleton(provider => new StatePaths(provider.GetRequiredService<StateDirectory>().Location));
        services.AddChatAuthChecks().AddChatAuthTelegramCheck().AddChatAuthDiscordCheck();
        if (log is not null) AddLog(services, LogFile.Open(log));
        return (demo ? services.AddChatAuthDemo() : services.AddChatAuth().AddChatAuthPatientEnvironment()).BuildServiceProvider();
    }

    /// <summary>Only where it is asked for: a short command starts faster without.</summary>
    private static void AddLog(ServiceCollection services, TextWriter file) => services
        .AddSingleton<ILoggerFactory>(provider => new LogFile(file, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(typeof(ILogger<>), typeof(Logger<>));

    /// <summary>What the doctor can look at while the configuration is not valid.</summary>
    public static IServiceProvider AssembleUnconfigured() => new ServiceCollection().AddChatAuthUnconfiguredChecks().BuildServiceProvider();
}
