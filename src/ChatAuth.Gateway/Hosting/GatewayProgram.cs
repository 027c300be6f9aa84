using System.Net.Sockets;
using System.Security.Cryptography;
using ChatAuth.Core.Errors;
using ChatAuth.Gateway.Access;
using Microsoft.AspNetCore.Connections;

namespace ChatAuth.Gateway.Hosting;

/// <summary>Runs the daemon, from the words of its command line to its exit code. Every error ends here.</summary>
internal static class GatewayProgram
{
    private const string Help = """
        ChatAuth.Gateway: the daemon between chat platforms and ChatAuth.

          --demo      Built-in profiles in every state; demo/echo answers for every provider.
          --version   The version.
          --help      This.

        Configuration: CHATAUTH__TELEGRAM__TOKEN, CHATAUTH__DISCORD__TOKEN and the like, and chatauth.json in the state directory.
        """;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            switch (args)
            {
                case ["--help"]: output.WriteLine(Help); return ExitCodes.Ok;
                case ["--version"]: output.WriteLine(typeof(GatewayProgram).Assembly.GetName().Version!.ToString(3)); return ExitCodes.Ok;
                case [] or ["--demo"]: return await ServeAsync(isDemo: args.Length > 0, output).ConfigureAwait(false);
                default: return Fail(error, ErrorCode.Usage, null, "ChatAuth.Gateway --help");
            }
        }
        catch (ChatAuthException broken)
        {
            return Fail(error, broken.Code, broken.Detail);
        }
        catch (Exception unbound) when (unbound is IOException { InnerException: AddressInUseException } or SocketException)
        {
            return Fail(error, ErrorCode.AddressUnavailable, "Gateway:Listen");
        }
        catch (Exception defect) // The entry point: nothing raw may leave it, because a message may quote anything.
        {
            var exitCode = Fail(error, ErrorCode.Internal, $"reference {RandomNumberGenerator.GetHexString(8, lowercase: true)}");
            for (var cause = defect; cause is not null; cause = cause.InnerException) error.WriteLine($"{cause.GetType().FullName}\n{cause.StackTrace}");
            return exitCode;
        }
    }

    private static async Task<int> ServeAsync(bool isDemo, TextWriter output)
    {
        await using var app = GatewayHost.Build(isDemo);
        await app.Services.GetRequiredService<FirstOwner>().InviteAsync(output).ConfigureAwait(false);
        var signals = app.Services.GetRequiredService<StopSignals>();
        await app.RunAsync().ConfigureAwait(false);
        return signals.WereReceived ? ExitCodes.Ok : ExitCodes.Internal; // Without a signal only a part that broke can have stopped it.
    }

    private static int Fail(TextWriter error, ErrorCode code, string? detail, string? remedy = null)
    {
        error.WriteLine($"error [{code.Id}]: {code.Message}{(detail is null ? "" : $" ({detail})")}");
        error.WriteLine($"remedy: {remedy ?? code.Remedy}");
        return code.ExitCode;
    }
}
