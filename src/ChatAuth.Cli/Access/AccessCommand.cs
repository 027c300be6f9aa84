using System.CommandLine;
using ChatAuth.Cli.Hosting;

namespace ChatAuth.Cli.Access;

/// <summary><c>chatauth access</c>.</summary>
internal static class AccessCommand
{
    public static Command Create(CliHost host) => new("access", "Who may do what. Rules of the configuration are only read.")
    {
        OwnerCommand.Create(host),
        GrantCommand.Create(host, "allow", "Let a person ask, view, switch the model, or pin a credential.", denies: false),
        GrantCommand.Create(host, "deny", "Take rights from a person; a deny wins over every allow.", denies: true),
        RemoveCommand.Create(host),
        AccessListCommand.Create(host),
        ClaimCommand.Create(host),
    };
}
