using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Sessions;

/// <summary><c>chatauth sessions forget</c>.</summary>
internal static class SessionForgetCommand
{
    public static Command Create(CliHost host)
    {
        var key = SessionArgument.Create();
        var command = new Command("forget", "Delete a conversation's choice, history and receipts.") { key };
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed.GetValue(key), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, SessionKey key, CancellationToken cancellationToken)
    {
        if (!await host.Get<ISessionStore>().DeleteAsync(key, cancellationToken).ConfigureAwait(false)) return SessionArgument.Unknown(host);
        host.Output.WriteLine($"Forgotten: {key}.");
        return ExitCodes.Ok;
    }
}
