using System.CommandLine;
using ChatAuth.Cli.Hosting;

namespace ChatAuth.Cli.Sessions;

/// <summary><c>chatauth sessions</c>.</summary>
internal static class SessionsCommand
{
    public static Command Create(CliHost host) => TypedCommand.Create(host, "sessions", "What conversations have chosen.", command =>
    {
        command.Add(SessionListCommand.Create(host));
        command.Add(SessionShowCommand.Create(host));
        command.Add(SessionForgetCommand.Create(host));
        command.Add(SessionExportCommand.Create(host));
    });
}
