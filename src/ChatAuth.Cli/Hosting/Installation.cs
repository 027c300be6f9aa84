using ChatAuth.Cli.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Storage.Files;
using ChatAuth.Storage.Variables;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Cli.Hosting;

/// <summary>Assembles what the commands use: this host's installation, or the demonstration's.</summary>
internal static class Installation
{
    public static IServiceProvider Assemble(bool demo)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TerminalNoticeSink>();
        services.AddSingleton<INoticeSink>(provider => provider.GetRequiredService<TerminalNoticeSink>());
        services.AddSingleton<IOwnerSink>(provider => provider.GetRequiredService<TerminalNoticeSink>());
        services.AddSingleton(provider => new StatePaths(provider.GetRequiredService<StateDirectory>().Location));
        services.AddChatAuthChecks().AddChatAuthTelegramCheck().AddChatAuthDiscordCheck();
        return (demo ? services.AddChatAuthDemo() : services.AddChatAuth().AddChatAuthPatientEnvironment()).BuildServiceProvider();
    }

    /// <summary>What the doctor can look at while the configuration is not valid.</summary>
    public static IServiceProvider AssembleUnconfigured() => new ServiceCollection().AddChatAuthUnconfiguredChecks().BuildServiceProvider();
}
