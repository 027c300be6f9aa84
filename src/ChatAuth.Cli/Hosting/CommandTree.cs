using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ChatAuth.Cli.Access;
using ChatAuth.Cli.Doctor;
using ChatAuth.Cli.Models;
using ChatAuth.Cli.Onboarding;
using ChatAuth.Cli.Sessions;

namespace ChatAuth.Cli.Hosting;

/// <summary>All commands.</summary>
internal static class CommandTree
{
    public static RootCommand Create(CliHost host)
    {
        var root = new RootCommand("Choose the model, and the credential that pays for it, from inside the chat.") { HelpName = "chatauth" };
        root.Directives.Clear();
        foreach (var option in root.Options)
        {
            if (option is VersionOption) option.Action = new VersionAction(host.Output);
            if (option is HelpOption help) help.Description = "Show this help.";
        }
        root.Add(ModelsCommand.Create(host));
        root.Add(AccessCommand.Create(host));
        root.Add(SessionsCommand.Create(host));
        root.Add(WhyCommand.Create(host));
        root.Add(DoctorCommand.Create(host));
        root.Add(OnboardCommand.Create(host));
        root.Add(ChatCommand.Create(host));
        return root;
    }

    /// <summary>The library's own would name the process that hosts us.</summary>
    private sealed class VersionAction(TextWriter output) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            output.WriteLine($"chatauth {typeof(CommandTree).Assembly.GetName().Version?.ToString(3)}");
            return 0;
        }
    }
}
