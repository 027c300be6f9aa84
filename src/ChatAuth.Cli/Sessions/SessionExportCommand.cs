using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Sessions;

/// <summary><c>chatauth sessions export</c>.</summary>
internal static class SessionExportCommand
{
    public static Command Create(CliHost host)
    {
        var key = SessionArgument.Create();
        var command = new Command("export", "Write everything that is kept about a conversation's choices, as JSON.") { key, Switches.Json() };
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed.GetValue(key), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, SessionKey key, CancellationToken cancellationToken)
    {
        if (await SessionArgument.FindAsync(host, key, cancellationToken).ConfigureAwait(false) is not { } found) return SessionArgument.Unknown(host);
        var history = await host.Get<ISessionStore>().ListHistoryAsync(key, int.MaxValue, cancellationToken).ConfigureAwait(false);
        JsonOutput.Write(host.Output, json =>
        {
            SessionJson.Write(json, found.Session);
            SessionJson.WriteHistory(json, history);
        });
        return ExitCodes.Ok;
    }
}
