using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Access;

/// <summary><c>chatauth access allow</c> and <c>deny</c>.</summary>
internal static class GrantCommand
{
    public static Command Create(CliHost host, string name, string description, bool denies)
    {
        var person = PersonArgument.Create();
        var rights = RightsArgument.Create();
        var place = PlaceOption.Create("Where. Default: private.");
        var command = new Command(name, description) { person, rights, place };
        command.SetAction((parsed, cancellationToken) =>
        {
            var where = parsed.GetValue(place) ?? ConversationPattern.Private;
            var rule = new AccessRule($"access-{name}", denies, parsed.GetValue(rights), parsed.GetValue(person), Role: null, where);
            return RunAsync(host, rule, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, AccessRule rule, CancellationToken cancellationToken)
    {
        await host.Get<IAccessStore>().SaveRuleAsync(rule, cancellationToken).ConfigureAwait(false);
        var where = rule.Conversation == ConversationPattern.Private ? "in private" : "in that conversation";
        host.Output.WriteLine($"{(rule.Denies ? "Denied" : "Allowed")} {RightsArgument.Text(rule.Rights)} to {rule.Person} {where}.");
        return ExitCodes.Ok;
    }
}
