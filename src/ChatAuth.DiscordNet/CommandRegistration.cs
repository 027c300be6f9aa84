using ChatAuth.Channels.Discord;
using Discord;

namespace ChatAuth.DiscordNet;

/// <summary>Has Discord know our commands, by the library. One of a name is written over one of the same name: nothing of the bot's own is deleted.</summary>
internal static class CommandRegistration
{
    /// <summary>The command that a bot may want to have itself.</summary>
    public const string Ask = "ask";

    /// <summary>Writes what is missing or differs: Discord counts what is written.</summary>
    public static async Task RegisterAsync(IDiscordClient client, DiscordNetOptions options, CancellationToken cancellationToken)
    {
        var request = new RequestOptions { CancelToken = cancellationToken };
        var known = await client.GetGlobalApplicationCommandsAsync(false, null, request).ConfigureAwait(false);
        foreach (var command in DiscordCommands.Global.Where(command => options.Ask || command.Name != Ask))
        {
            if (!known.Any(other => Is(other, command))) await client.CreateGlobalApplicationCommand(PropertiesOf(command), request).ConfigureAwait(false);
        }
    }

    private static SlashCommandProperties PropertiesOf(DiscordCommand command) => new SlashCommandBuilder()
        .WithName(command.Name)
        .WithDescription(command.Description)
        .WithContextTypes([.. (command.Contexts ?? []).Select(context => (InteractionContextType)context)])
        .WithIntegrationTypes([.. (command.IntegrationTypes ?? []).Select(type => (ApplicationIntegrationType)type)])
        .AddOptions([.. command.Options.Select(OptionOf)])
        .Build();

    private static SlashCommandOptionBuilder OptionOf(DiscordCommandOption option) => new()
    {
        Type = (ApplicationCommandOptionType)option.Type,
        Name = option.Name,
        Description = option.Description,
        IsRequired = option.Required,
        IsAutocomplete = option.Autocomplete ?? false,
        MaxLength = option.MaxLength,
    };

    private static bool Is(IApplicationCommand known, DiscordCommand command) =>
        known.Type == ApplicationCommandType.Slash && known.Name == command.Name && known.Description == command.Description
        && Same(known.ContextTypes?.Select(context => (int)context), command.Contexts) && Same(known.IntegrationTypes?.Select(type => (int)type), command.IntegrationTypes)
        && (known.Options?.Count ?? 0) == command.Options.Count && (known.Options ?? []).Zip(command.Options).All(pair => Is(pair.First, pair.Second));

    private static bool Is(IApplicationCommandOption known, DiscordCommandOption option) =>
        (int)known.Type == option.Type && known.Name == option.Name && known.Description == option.Description
        && (known.IsRequired ?? false) == (option.Required ?? false) && (known.IsAutocomplete ?? false) == (option.Autocomplete ?? false) && known.MaxLength == option.MaxLength;

    /// <summary>In any order.</summary>
    private static bool Same(IEnumerable<int>? known, IReadOnlyList<int>? ours) => (known ?? []).Order().SequenceEqual((ours ?? []).Order());
}
