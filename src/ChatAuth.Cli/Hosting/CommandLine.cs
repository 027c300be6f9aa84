using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Hosting;

/// <summary>Runs one command line, from the words to the exit code. Every error ends here.</summary>
internal static class CommandLine
{
    /// <summary>No answer files: an argument that starts with @ is an argument.</summary>
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    private static readonly TimeSpan PatienceAfterInterrupt = TimeSpan.FromSeconds(2);

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, CliHost host, CancellationToken cancellationToken = default)
    {
        try
        {
            var parsed = CommandTree.Create(host).Parse(args, Parser);
            if (parsed.Errors.Count > 0 || HasDirective(parsed)) return UsageError.Write(host, parsed);
            var invocation = new InvocationConfiguration
            {
                Output = host.Output,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TakesInterrupts(host, parsed) ? null : PatienceAfterInterrupt,
            };
            return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Cancelled;
        }
        catch (ChatAuthException broken)
        {
            return host.Fail(broken.Code, broken.Detail);
        }
        catch (Exception defect) // The entry point: nothing raw may reach the screen.
        {
            return ErrorOutput.WriteDefect(host, defect, RandomNumberGenerator.GetHexString(8, lowercase: true));
        }
    }

    /// <summary>A chat on a screen takes Ctrl-C itself: it ends an answer there, not the program.</summary>
    private static bool TakesInterrupts(CliHost host, ParseResult parsed) =>
        parsed.CommandResult.Command.Name == ChatCommand.Name && !host.Json && TerminalChat.IsInteractive;

    /// <summary>The library passes over a first word in brackets, even one that nobody knows.</summary>
    private static bool HasDirective(ParseResult parsed)
    {
        foreach (var token in parsed.Tokens)
        {
            if (token.Type is TokenType.Directive) return true;
        }
        return false;
    }
}
