using System.CommandLine;
using ChatAuth.Cli.Hosting;

namespace ChatAuth.Cli.Sessions;

/// <summary><c>chatauth sessions</c>.</summary>
internal static class SessionsCommand
{
    public static Command Create(CliHost host) => new("sessions", "What conversations have chosen.")
    {
        SessionListCommand.Create(host),
        SessionShowCommand.Create(host),
        SessionForgetCommand.Create(host),
        SessionExportCommand.Create(host),
    };
}
