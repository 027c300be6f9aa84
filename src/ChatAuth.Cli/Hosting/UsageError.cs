using System.CommandLine;
using System.CommandLine.Parsing;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;

namespace ChatAuth.Cli.Hosting;

/// <summary>
/// Explains a command line that was not understood, by the names of our own commands and options only. The library's own messages quote what was typed,
/// and that could be a secret; they are never used.
/// </summary>
internal static class UsageError
{
    public static int Write(CliHost host, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var exitCode = host.Fail(ErrorCode.Usage, Place(parsed, command));
        if (Nearest(parsed.UnmatchedTokens, command) is { } nearest) host.Error.WriteLine($"nearest: {PathOf(command)} {nearest}");
        else if (command is not RootCommand) host.Error.WriteLine($"help: {PathOf(command)} --help");
        return exitCode;
    }

    /// <summary>The command as it is typed, from the program's name on.</summary>
    public static string PathOf(Symbol command)
    {
        foreach (var parent in command.Parents) return $"{PathOf(parent)} {command.Name}";
        return "chatauth";
    }

    /// <summary>The option, the argument or the missing command that it is about.</summary>
    private static string? Place(ParseResult parsed, Command command)
    {
        foreach (var error in parsed.Errors)
        {
            if (error.SymbolResult is OptionResult { Option: var option }) return option.Name;
            if (error.SymbolResult is ArgumentResult { Argument: var argument }) return argument.HelpName ?? argument.Name;
        }
        if (parsed.UnmatchedTokens.Count > 0) return null;
        foreach (var option in command.Options)
        {
            if (option.Required && parsed.GetResult(option) is null) return $"{option.Name} is needed";
        }
        return command.Subcommands.Count > 0 ? $"after {PathOf(command)} a command is needed" : null;
    }

    private static string? Nearest(IReadOnlyList<string> unexpected, Command command)
    {
        if (unexpected.Count == 0) return null;
        var known = unexpected[0].StartsWith('-') ? command.Options.Select(option => option.Name) : command.Subcommands.Select(verb => verb.Name);
        return NearMiss.Of(unexpected[0], known, count: 1).FirstOrDefault();
    }
}
