using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Access;

/// <summary><c>chatauth access owner</c>.</summary>
internal static class OwnerCommand
{
    public static Command Create(CliHost host)
    {
        var person = PersonArgument.Create();
        var remove = new Option<bool>("--remove") { Description = "Take it back." };
        var command = new Command("owner", "Make a person an owner: everything in private, and in every conversation that a rule names.") { person, remove };
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed.GetValue(person), !parsed.GetValue(remove), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, Person person, bool owner, CancellationToken cancellationToken)
    {
        var changed = await host.Get<IAccessStore>().SaveOwnerAsync(person, owner, cancellationToken).ConfigureAwait(false);
        host.Output.WriteLine((owner, changed) switch
        {
            (true, true) => $"{person} is an owner now.",
            (true, false) => $"{person} was an owner already.",
            (false, true) => $"{person} is no owner any more.",
            (false, false) => $"{person} was no owner.",
        });
        return ExitCodes.Ok;
    }
}
