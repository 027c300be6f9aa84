using System.CommandLine;
using ChatAuth.Cli.Hosting;

namespace ChatAuth.Cli.Models;

/// <summary><c>chatauth models</c>: without a further word the same as <c>models status</c>.</summary>
internal static class ModelsCommand
{
    public static Command Create(CliHost host)
    {
        var command = StatusCommand.Create(host, "models", "Models and the credentials that serve them; alone the same as models status.");
        command.Add(StatusCommand.Create(host, "status", "Show models and credentials, and whether they are healthy."));
        command.Add(new Command("auth", "Credentials.")
        {
            new Command("order", "The explicit order of a provider's profiles. It binds automatic choice; a person may pin outside of it.")
            {
                OrderGetCommand.Create(host),
                OrderSetCommand.Create(host),
                OrderClearCommand.Create(host),
            },
        });
        return command;
    }
}
