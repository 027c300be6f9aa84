using System.CommandLine;
using ChatAuth.Cli.Hosting;

namespace ChatAuth.Cli.Models.Aliases;

/// <summary><c>chatauth models aliases</c>.</summary>
internal static class AliasesCommand
{
    public static Command Create(CliHost host) => new("aliases", "Short names of models, which are also commands in chats.")
    {
        AliasListCommand.Create(host),
        AliasAddCommand.Create(host),
        AliasRemoveCommand.Create(host),
    };
}
