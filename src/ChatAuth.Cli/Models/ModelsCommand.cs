using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Cli.Models.Aliases;
using ChatAuth.Cli.Models.Auth;
using ChatAuth.Cli.Models.Fallbacks;

namespace ChatAuth.Cli.Models;

/// <summary><c>chatauth models</c>: without a further word the same as <c>models status</c>.</summary>
internal static class ModelsCommand
{
    public static Command Create(CliHost host)
    {
        var command = StatusCommand.Create(host, "models", "Models and the credentials that serve them; alone the same as models status.");
        command.Add(StatusCommand.Create(host, "status", "Show models and credentials, and whether they are healthy."));
        command.Add(ModelsListCommand.Create(host));
        command.Add(ModelsSetCommand.Create(host));
        command.Add(AliasesCommand.Create(host));
        command.Add(FallbacksCommand.Create(host));
        command.Add(AuthCommand.Create(host));
        return command;
    }
}
