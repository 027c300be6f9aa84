using System.CommandLine;
using System.Security.Cryptography;
using ChatAuth.Channels;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Sessions;

/// <summary><c>chatauth why</c>: <c>/model why</c> on a conversation, asked by the operator; the answer is the same object that a chat gets.</summary>
internal static class WhyCommand
{
    public static Command Create(CliHost host)
    {
        var key = SessionArgument.Create("SESSION");
        var command = new Command("why", "Show who would pay in a conversation, and why the others would not.") { key, Switches.Json() };
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed.GetValue(key), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, SessionKey key, CancellationToken cancellationToken)
    {
        if (await SessionArgument.FindAsync(host, key, cancellationToken).ConfigureAwait(false) is null) return SessionArgument.Unknown(host);
        var context = new CommandContext
        {
            Asker = new Asker(Person.Operator, key, IsPrivate: true, IsOperator: true),
            Cause = new ChangeCause($"terminal:local:why-{RandomNumberGenerator.GetHexString(16, lowercase: true)}"),
        };
        var result = await host.Get<IChatAuth>().HandleAsync(context, "/model why", cancellationToken).ConfigureAwait(false);
        if (result is not HandleResult.Handled { Reply: var reply }) return host.Fail(ErrorCode.NobodyEligible);
        if (reply is CommandReply.Failed failed) return host.Fail(failed.Code);
        if (host.Json && reply is CommandReply.Why { Resolution: var resolution }) JsonOutput.Write(host.Output, json => WhyJson.Write(json, resolution));
        else host.Output.WriteLine(reply.ToPlainText());
        return ExitCodes.Ok;
    }
}
