using System.CommandLine;
using System.Security.Cryptography;
using ChatAuth.Channels;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Sessions;

/// <summary><c>chatauth why</c>: <c>/model why</c> on a conversation, asked by the operator; the answer is the same object that a chat gets.</summary>
internal static class WhyCommand
{
    public static Command Create(CliHost host)
    {
        var key = SessionArgument.Create("SESSION");
        var agent = AgentScope.Option();
        var command = new Command("why", "Show who would pay for the operator in a conversation, and why the others would not.") { key, agent, Switches.Json() };
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed.GetValue(key), parsed.GetValue(agent), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, SessionKey key, AgentId agent, CancellationToken cancellationToken)
    {
        if (await SessionArgument.FindAsync(host, key, cancellationToken).ConfigureAwait(false) is null) return SessionArgument.Unknown(host);
        var context = new CommandContext
        {
            Asker = new Asker(Person.Operator, key, IsPrivate: true, IsOperator: true),
            Cause = new ChangeCause($"terminal:local:why-{RandomNumberGenerator.GetHexString(16, lowercase: true)}"),
            Agent = agent,
        };
        var result = await host.Get<IChatAuth>().HandleAsync(context, "/model why", cancellationToken).ConfigureAwait(false);
        if (result is not HandleResult.Handled { Reply: var reply }) return host.Fail(ErrorCode.NobodyEligible);
        if (reply is CommandReply.Failed failed) return host.Fail(failed.Code);
        if (host.Json && reply is CommandReply.Why why)
        {
            JsonOutput.Write(host.Output, json => WhyJson.Write(json, why));
            return ExitCodes.Ok;
        }
        host.Output.WriteLine("As the operator at a terminal, in private; others there may see less, and other accounts may pay for them:");
        host.Output.WriteLine(reply.ToPlainText());
        return ExitCodes.Ok;
    }
}
