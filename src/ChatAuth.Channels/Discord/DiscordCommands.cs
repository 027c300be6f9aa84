namespace ChatAuth.Channels.Discord;

/// <summary>The slash commands: one <c>/model</c> without subcommands, because those would make it unusable by itself, and <c>/ask</c>.</summary>
public static class DiscordCommands
{
    internal const string Model = "model";
    internal const string Ask = "ask";
    internal const string Choice = "choice";
    internal const string For = "for";
    internal const string Public = "public";
    internal const string Prompt = "prompt";
    internal const string With = "with";

    private const int Text = 3;
    private const int YesNo = 5;
    private const int LongestPrompt = 6000;
    private const int LongestChoice = 600;

    /// <summary>The commands as they are registered for everybody.</summary>
    public static IReadOnlyList<DiscordCommand> Global { get; } =
        [.. ForGuild.Select(command => command with { Contexts = [0, 1, 2], IntegrationTypes = [0, 1] })];

    /// <summary>The same for direct messages alone: what is registered beside the commands of guilds, which hold nowhere else.</summary>
    internal static IReadOnlyList<DiscordCommand> Direct { get; } = [.. Global.Select(command => command with { Contexts = [1, 2] })];

    /// <summary>What to type here for a command that is offered: aliases are no commands, so asking once is <c>/ask</c>.</summary>
    internal static string Typed(string command)
    {
        if (!command.StartsWith('/')) return command;
        var (name, prompt) = command.Split(' ', 2) is [var first, var rest] ? (first[1..], rest) : (command[1..], "…");
        return name is Model or Ask ? command : $"/{Ask} {Prompt}:{prompt} {With}:{name}";
    }

    /// <summary>The same for one guild, where they can be used at once.</summary>
    public static IReadOnlyList<DiscordCommand> ForGuild =>
    [
        new(Model, "Choose the model, and the account that pays")
        {
            Options =
            [
                new(Text, Choice, "A model, model@account, or a word such as status") { Autocomplete = true, MaxLength = LongestChoice },
                new(Text, For, "For how long, such as 2h"),
                new(YesNo, Public, "Show the answer to everybody here"),
            ],
        },
        new(Ask, "Ask the model that was chosen here")
        {
            Options =
            [
                new(Text, Prompt, "The question") { Required = true, MaxLength = LongestPrompt },
                new(Text, With, "Another model, or model@account, for this question only") { Autocomplete = true, MaxLength = LongestChoice },
            ],
        },
    ];
}
