using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord;

/// <content>
/// What people do with it. Each act makes an interaction; <see cref="FakeDiscordInteraction.SendAsync"/> tells the application of it.
/// </content>
public sealed partial class FakeDiscordMessage
{
    /// <summary>The button that says this, or has this in what it says.</summary>
    /// <exception cref="InvalidOperationException">No button does.</exception>
    public FakeDiscordComponent Button(string label) =>
        Buttons.FirstOrDefault(button => button.Label == label)
        ?? Buttons.FirstOrDefault(button => button.Label?.Contains(label, StringComparison.Ordinal) is true)
        ?? throw new InvalidOperationException($"No button says '{label}': {this}");

    /// <summary>Clicks the button that says this now.</summary>
    /// <exception cref="InvalidOperationException">None does, it cannot be clicked, or they do not see the message.</exception>
    public FakeDiscordInteraction Click(FakeDiscordUser person, string label)
    {
        var button = Button(label);
        if (button.IsDisabled) throw new InvalidOperationException($"'{label}' is disabled.");
        return ClickForged(person, button.CustomId ?? throw new InvalidOperationException($"'{label}' is a link."));
    }

    /// <summary>Hands back any text, whether a button has it or not: a changed client, or a click before an edit.</summary>
    public FakeDiscordInteraction ClickForged(FakeDiscordUser person, string customId) => Act(person, customId, 2, null);

    /// <summary>Chooses the option that says this now, in whichever menu has it.</summary>
    /// <exception cref="InvalidOperationException">
    /// None does, they do not see the message, or the menu shows it as chosen already: a client sends nothing for that
    /// (<see href="https://github.com/discord/discord-api-docs/issues/4801"/>).
    /// </exception>
    public FakeDiscordInteraction Choose(FakeDiscordUser person, string label)
    {
        var (menu, option) = Menus.Where(menu => !menu.IsDisabled).SelectMany(menu => menu.Options.Select(option => (menu, option)))
            .FirstOrDefault(pair => pair.option.Label == label || pair.option.Label.Contains(label, StringComparison.Ordinal));
        if (option is null)
        {
            var shown = Menus.SelectMany(menu => menu.Options).Select(option => option.Label);
            throw new InvalidOperationException($"No option says '{label}': {string.Join(" | ", shown)}");
        }
        if (option.IsDefault) throw new InvalidOperationException($"'{label}' is chosen already.");
        return ChooseForged(person, menu.CustomId!, option.Value);
    }

    /// <summary>Hands back any text as the choice in any menu.</summary>
    public FakeDiscordInteraction ChooseForged(FakeDiscordUser person, string customId, string value) => Act(person, customId, 3, value);

    private FakeDiscordInteraction Act(FakeDiscordUser person, string customId, int type, string? value)
    {
        if (!IsSeenBy(person)) throw new InvalidOperationException($"{person} does not see: {this}");
        var number = Components.FirstOrDefault(component => component.CustomId == customId)?.Number ?? 0;
        var data = new JsonObject { ["id"] = number, ["component_type"] = type, ["custom_id"] = customId };
        if (value is not null) data["values"] = new JsonArray(value);
        lock (_world.Gate) return Channel.Make(person, FakeDiscordInteraction.Component, data, OwnersFor(person), this);
    }

    /// <summary>A component works under the installation that made its message.</summary>
    private IReadOnlyDictionary<string, string> OwnersFor(FakeDiscordUser person) =>
        Interaction?.Owners ?? DiscordRegisteredCommand.OwnersFor(person, Channel, _world.Options.IntegrationTypes);
}
