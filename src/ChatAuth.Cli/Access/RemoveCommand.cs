using System.CommandLine;
using System.Globalization;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Access;

/// <summary><c>chatauth access remove</c>.</summary>
internal static class RemoveCommand
{
    public static Command Create(CliHost host)
    {
        var person = PersonArgument.Create();
        var place = PlaceOption.Create("Only what was granted there. Default: everywhere.");
        var command = new Command("remove", "Remove what allow and deny granted a person. Ownership stays: access owner --remove.") { person, place };
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed.GetValue(person), parsed.GetValue(place), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, Person person, ConversationPattern? place, CancellationToken cancellationToken)
    {
        var removed = await host.Get<IAccessStore>().DeleteRulesAsync(person, place, cancellationToken).ConfigureAwait(false);
        host.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Removed from {person}: {removed}."));
        return ExitCodes.Ok;
    }
}
