using System.CommandLine;
using ChatAuth.Cli.Hosting;

namespace ChatAuth.Cli.Models.Auth;

/// <summary><c>chatauth models auth</c>.</summary>
internal static class AuthCommand
{
    public static Command Create(CliHost host) => TypedCommand.Create(host, "auth", "Credentials.", command =>
    {
        command.Add(SetupTokenCommand.Create(host));
        command.Add(PasteCommand.CreateForToken(host));
        command.Add(PasteCommand.CreateForKey(host));
        command.Add(LoginCommand.Create(host));
        command.Add(AuthListCommand.Create(host));
        command.Add(AuthRemoveCommand.Create(host));
        command.Add(AuthAcceptCommand.Create(host));
        command.Add(CooldownCommand.Create(host));
        command.Add(new Command("order", "The explicit order of a provider's profiles. It binds automatic choice; a person may pin outside of it.")
        {
            OrderGetCommand.Create(host),
            OrderSetCommand.Create(host),
            OrderClearCommand.Create(host),
        });
    });
}
