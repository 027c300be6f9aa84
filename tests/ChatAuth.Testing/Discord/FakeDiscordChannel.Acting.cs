using System.Text.Json.Nodes;
using ChatAuth.Testing.Discord.Wire;

namespace ChatAuth.Testing.Discord;

/// <content>
/// What people do here. Each act makes an interaction; <see cref="FakeDiscordInteraction.SendAsync"/> tells the application of it.
/// </content>
public sealed partial class FakeDiscordChannel
{
    /// <summary>Runs a slash command as their client would let them.</summary>
    /// <param name="person">Who.</param>
    /// <param name="command">The name of a registered command that is offered here.</param>
    /// <param name="options">What they fill in: texts and booleans.</param>
    /// <exception cref="InvalidOperationException">
    /// The client would not send it: no such command or option here, a required one missing, a text too long.
    /// </exception>
    public FakeDiscordInteraction Slash(FakeDiscordUser person, string command, params IReadOnlyList<(string Name, object Value)> options)
    {
        lock (_world.Gate)
        {
            var found = Offered(person, command);
            return Make(person, FakeDiscordInteraction.Command, found.DataOf(options), found.OwnersFor(person, this));
        }
    }

    /// <summary>Types into an option that is completed.</summary>
    /// <param name="person">Who.</param>
    /// <param name="command">The command.</param>
    /// <param name="option">The option.</param>
    /// <param name="partial">What stands there so far.</param>
    /// <param name="others">What stands in the other options.</param>
    /// <exception cref="InvalidOperationException">No such command here, or the option is not completed.</exception>
    public FakeDiscordInteraction TypeInto(
        FakeDiscordUser person, string command, string option, string partial, params IReadOnlyList<(string Name, object Value)> others)
    {
        lock (_world.Gate)
        {
            var found = Offered(person, command);
            return Make(person, FakeDiscordInteraction.Autocomplete, found.DataOf(others, option, partial), found.OwnersFor(person, this));
        }
    }

    /// <summary>The commands that somebody is offered here, by name.</summary>
    public IReadOnlyList<string> OfferedTo(FakeDiscordUser person)
    {
        lock (_world.Gate)
        {
            return [.. _world.Commands.In(Guild).Where(command => command.IsOfferedTo(person, this)).Select(command => command.Name).Distinct()];
        }
    }

    internal FakeDiscordInteraction Make(
        FakeDiscordUser person, int type, JsonObject data, IReadOnlyDictionary<string, string> owners, FakeDiscordMessage? message = null)
    {
        if (Guild is { } guild && !guild.Has(person)) throw new InvalidOperationException($"{person} is not in '{guild.Name}'.");
        var interaction = new FakeDiscordInteraction(_world, person, this, type, owners) { Message = message };
        interaction.Json = InteractionJson.Of(_world, interaction, data).ToJsonString();
        _world.Interactions[interaction.Token] = interaction;
        return interaction;
    }

    private DiscordRegisteredCommand Offered(FakeDiscordUser person, string name) =>
        _world.Commands.In(Guild).FirstOrDefault(command => command.Name == name && command.IsOfferedTo(person, this))
        ?? throw new InvalidOperationException($"{person} is not offered /{name} in {this}.");
}
