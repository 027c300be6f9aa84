using ChatAuth.Channels.Discord;
using Discord;

namespace ChatAuth.DiscordNet;

/// <summary>Rows of components as the library sends them.</summary>
internal static class LibraryComponents
{
    private const int Button = 2;

    /// <summary>Null for none.</summary>
    public static MessageComponent? Of(IReadOnlyList<DiscordRow> rows)
    {
        if (rows.Count == 0) return null;
        var builder = new ComponentBuilder();
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var component in rows[row].Components)
            {
                if (component.Type == Button) builder.WithButton(ButtonOf(component), row);
                else builder.WithSelectMenu(MenuOf(component), row);
            }
        }
        return builder.Build();
    }

    private static ButtonBuilder ButtonOf(DiscordComponent button) =>
        new(button.Label, button.CustomId, (ButtonStyle)(button.Style ?? (int)ButtonStyle.Secondary), button.Url, isDisabled: button.Disabled is true);

    private static SelectMenuBuilder MenuOf(DiscordComponent menu) => new(
        menu.CustomId, [.. (menu.Options ?? []).Select(option => new SelectMenuOptionBuilder(option.Label, option.Value, option.Description))],
        menu.Placeholder, isDisabled: menu.Disabled is true);
}
