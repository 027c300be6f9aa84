using System.CommandLine;
using ChatAuth.Cli.Access;
using ChatAuth.Cli.Sessions;
using ChatAuth.Core.Access;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Hosting;

/// <summary><c>chatauth chat</c>: talk to a model at this terminal.</summary>
internal static class ChatCommand
{
    public const string Name = "chat";

    public static Command Create(CliHost host) => TypedCommand.Create(host, Name, "Talk to a model here; /model chooses.", command => Fill(command, host));

    private static void Fill(Command command, CliHost host)
    {
        var demo = Switches.Demo();
        var json = Switches.Json();
        var session = new Option<SessionKey?>("--session")
        {
            Description = "The conversation. Default: t1.",
            HelpName = "KEY",
            CustomParser = result => SessionArgument.Parse(result),
        };
        var person = new Option<Person?>("--as")
        {
            Description = "Type as this person, platform:number or a number here, with that person's rights only.",
            HelpName = "PERSON",
            CustomParser = result => PersonArgument.ParseShort(result),
        };
        var agent = AgentScope.Option();
        var log = new Option<string?>("--log") { Description = "Append warnings and errors to this file, with the details of each reference that a reply shows.", HelpName = "FILE" };
        foreach (var option in (Option[])[demo, json, session, person, agent, log]) command.Add(option);
        command.SetAction((parsed, cancellationToken) =>
        {
            var arguments = new ChatArguments(
                parsed.GetValue(demo), parsed.GetValue(json), parsed.GetValue(session) ?? SessionKey.Terminal("t1"), parsed.GetValue(person), parsed.GetValue(agent))
            {
                Log = parsed.GetValue(log),
            };
            return host.RunChat(arguments, host.Services(arguments.Demo, arguments.Log), cancellationToken);
        });
    }
}
