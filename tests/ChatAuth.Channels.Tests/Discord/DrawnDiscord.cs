using ChatAuth.Channels.Discord;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>Messages with their components: a menu's entries a line; a row of buttons a line, their colour in front.</summary>
internal static class DrawnDiscord
{
    public static string Of(IEnumerable<DiscordMessage> messages) => string.Join("\n--- next message ---\n", messages.Select(Of));

    private static string Of(DiscordMessage message) => string.Join('\n', [message.Content, .. message.Components.Select(Of)]);

    private static string Of(DiscordRow row) => row.Components is [{ Type: 3 } menu]
        ? string.Join('\n', [$"[{menu.Placeholder} ▾]", .. menu.Options!.Select(option => $"  {option.Label} | {option.Description}")])
        : string.Join(' ', row.Components.Select(button => $"[{ColourOf(button.Style)}{button.Label}]"));

    private static string ColourOf(int? style) => style switch { 3 => "green: ", 4 => "red: ", 2 => "", _ => "? " };
}
