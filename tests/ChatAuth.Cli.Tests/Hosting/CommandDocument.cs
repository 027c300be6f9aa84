using System.CommandLine;
using System.CommandLine.Help;
using ChatAuth.Cli.Hosting;

namespace ChatAuth.Cli.Tests.Hosting;

/// <summary>The rows that the page of the command line must have.</summary>
internal static class CommandDocument
{
    /// <summary>Every command that does something.</summary>
    public static IEnumerable<Command> Leaves(Command command) =>
        (command.Action is null ? [] : new[] { command }).Concat(command.Subcommands.SelectMany(Leaves));

    public static IEnumerable<string> Rows(Command root) =>
        Leaves(root).Select(command => $"| `{Synopsis(command)}` | {command.Description} |");

    public static IEnumerable<string> OptionRows(Command root) => Leaves(root)
        .SelectMany(command => command.Options)
        .Where(option => option is not (HelpOption or VersionOption))
        .Select(option => $"| `{Usage(option)}` | {option.Description} |")
        .Distinct();

    private static string Synopsis(Command command) => string.Join(' ',
    [
        UsageError.PathOf(command),
        .. command.Arguments.Select(argument => argument.Name + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")),
        .. command.Options.Where(option => option is not HelpOption).Select(option => option.Required ? Usage(option) : $"[{Usage(option)}]"),
    ]);

    private static string Usage(Option option) => option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;
}
