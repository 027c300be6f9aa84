using System.CommandLine;
using ChatAuth.Cli.Hosting;

namespace ChatAuth.Cli.Models.Auth;

/// <summary><c>chatauth models auth</c>.</summary>
internal static class AuthCommand
{
    public static Command Create(CliHost host) => new("auth", "Credentials.")
    {
        SetupTokenCommand.Create(host),
        PasteCommand.CreateForToken(host),
        PasteCommand.CreateForKey(host),
        LoginCommand.Create(host),
        AuthListCommand.Create(host),
        AuthRemoveCommand.Create(host),
        AuthAcceptCommand.Create(host),
        new Command("order", "The explicit order of a provider's profiles. It binds automatic choice; a person may pin outside of it.")
        {
            OrderGetCommand.Create(host),
            OrderSetCommand.Create(host),
            OrderClearCommand.Create(host),
        },
    };
}
