using System.CommandLine;

namespace ChatAuth.Cli.Hosting;

/// <summary>
/// Commands that are made only as far as this command line can be about them. The options of all of them are generic code over our values, which each
/// process compiles anew.
/// </summary>
internal static class TypedCommand
{
    /// <summary>A command with what it consists of; with its name and description alone while its name is not among the words.</summary>
    public static Command Create(CliHost host, string name, string description, Action<Command> fill)
    {
        var command = new Command(name, description);
        if (host.Words?.Contains(name) ?? true) fill(command);
        return command;
    }
}
