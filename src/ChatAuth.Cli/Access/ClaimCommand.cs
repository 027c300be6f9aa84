using System.CommandLine;
using System.Security.Cryptography;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Access;

/// <summary><c>chatauth access claim</c>: prints a one-time code that makes its sender an owner.</summary>
internal static class ClaimCommand
{
    public static Command Create(CliHost host)
    {
        var command = new Command("claim", "Print a one-time code that makes its sender an owner. An earlier code becomes void.");
        command.SetAction((_, cancellationToken) => RunAsync(host, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, CancellationToken cancellationToken)
    {
        var code = ClaimCode.Create(RandomNumberGenerator.GetBytes(ClaimCode.RandomLength));
        await host.Get<IAccessStore>().SaveClaimAsync(code.Hash, host.Now + ClaimCode.Lifetime, cancellationToken).ConfigureAwait(false);
        host.Output.WriteLine("Send this to the bot in a private chat within 15 minutes; it works once:");
        host.Output.WriteLine();
        host.Output.WriteLine($"  /model claim {code.Text}");
        return ExitCodes.Ok;
    }
}
