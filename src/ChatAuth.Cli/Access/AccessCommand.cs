using System.CommandLine;
using ChatAuth.Cli.Hosting;

namespace ChatAuth.Cli.Access;

/// <summary><c>chatauth access</c>.</summary>
internal static class AccessCommand
{
    public static Command Create(CliHost host) => TypedCommand.Create(host, "access", "Who may do what. Rules of the configuration are only read.", command =>
    {
        command.Add(OwnerCommand.Create(host));
        command.Add(GrantCommand.Create(host, "allow", "Let a person ask, view, switch the model, or pin a credential.", denies: false));
        command.Add(GrantCommand.Create(host, "deny", "Take rights from a person; a deny wins over every allow.", denies: true));
        command.Add(RemoveCommand.Create(host));
        command.Add(AccessListCommand.Create(host));
        command.Add(ClaimCommand.Create(host));
    });
}
