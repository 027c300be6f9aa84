using ChatAuth.Cli.Hosting;
using ChatAuth.Cli.Tests.Hosting;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>Every command of the tree with plausible arguments; one that is not listed here is an error, so that a new command is never left out.</summary>
internal static class CanaryCommands
{
    private static readonly Dictionary<string, string[]> Arguments = new()
    {
        ["models"] = ["", "--json"],
        ["models status"] = ["--json", "--check", "--plain", "--notify", "--notify --json", "--check --agent research"],
        ["models list"] = ["--json", "--all --plain"],
        ["models set"] = ["opus --json"],
        ["models aliases list"] = ["", "--json"],
        ["models aliases add"] = ["fast gpt --json"],
        ["models aliases remove"] = ["fast"],
        ["models fallbacks list"] = ["", "--json"],
        ["models fallbacks add"] = ["gpt --json"],
        ["models fallbacks remove"] = ["gpt"],
        ["models fallbacks clear"] = ["--json"],
        ["models auth setup-token"] = ["--provider anthropic --yes"],
        ["models auth paste-token"] = ["--provider anthropic --profile-id pasted --expires-in 30d", "--provider anthropic --json", "--provider openai", "--provider nosuch"],
        ["models auth paste-api-key"] = ["--provider anthropic --profile-id typed --json", "--provider anthropic --same-account", "--provider openrouter"],
        ["models auth login"] = ["--provider anthropic --no-browser", "--provider openai --json"],
        ["models auth list"] = ["", "--json"],
        ["models auth remove"] = ["anthropic:typed --yes", "anthropic:nobody --yes --json"],
        ["models auth accept"] = ["claude-cli", "anthropic:key --json"],
        ["models auth cooldown"] = ["", "--json"],
        ["models auth cooldown clear"] = ["anthropic:key", "anthropic:key --json", "anthropic:nobody"],
        ["models auth order get"] = ["--provider anthropic", "--provider anthropic --json"],
        ["models auth order set"] = ["anthropic:login anthropic:key --provider anthropic", "anthropic:login --provider anthropic --json"],
        ["models auth order clear"] = ["--provider anthropic --json"],
        ["access owner"] = ["telegram:42"],
        ["access allow"] = ["telegram:43 ask,view --in private"],
        ["access deny"] = ["telegram:43 pin"],
        ["access remove"] = ["telegram:43"],
        ["access list"] = ["", "--json"],
        ["access claim"] = [""],
        ["sessions list"] = ["", "--json"],
        ["sessions show"] = ["t1", "t1 --json"],
        ["sessions forget"] = ["t9"],
        ["sessions export"] = ["t1 --json"],
        ["why"] = ["t1", "t1 --json"],
        ["doctor"] = ["", "--json --fix"],
        ["onboard"] = ["--yes", "--api-key-provider anthropic --accept claude-cli --json", "--json"],
        ["chat"] = ["", "--json"],
    };

    /// <summary>The command lines, in the order of the tree.</summary>
    public static IEnumerable<string> All => CommandDocument.Leaves(CommandTree.Create(TestInstallation.Host()))
        .Select(command => UsageError.PathOf(command)["chatauth ".Length..])
        .SelectMany(path => Arguments[path].Select(arguments => $"{path} {arguments}".TrimEnd()));
}
