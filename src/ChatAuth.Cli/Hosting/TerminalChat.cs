using ChatAuth.Cli.Chat;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatAuth.Cli.Hosting;

/// <summary>Runs a chat on this process's streams, with the services that watch for ends beside it.</summary>
internal static class TerminalChat
{
    /// <summary>A person sits at both ends of this process's streams.</summary>
    public static bool IsInteractive => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    public static async Task<int> RunAsync(ChatArguments arguments, IServiceProvider services, CancellationToken cancellationToken)
    {
        var watches = services.GetServices<IHostedService>().ToList();
        foreach (var watch in watches) await watch.StartAsync(cancellationToken);
        try
        {
            await new ChatProgram(ChatTerminal.OfConsole())
                .RunAsync(arguments, services, Console.In, Console.Out, IsInteractive, cancellationToken);
            return ExitCodes.Ok;
        }
        finally
        {
            foreach (var watch in watches) await watch.StopAsync(CancellationToken.None);
        }
    }
}
