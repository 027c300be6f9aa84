using System.Text.Json.Nodes;
using ChatAuth.Testing.Discord.Forms;

namespace ChatAuth.Testing.Discord.Wire;

/// <summary>Edits a message. Called under the gate.</summary>
internal static class MessageEdit
{
    /// <exception cref="DiscordRefusal">The form is bad, or nothing would be left.</exception>
    public static void Apply(DiscordWorld world, FakeDiscordMessage message, JsonObject form, string path = "")
    {
        var content = MessageForm.Read(form, path, message.Channel, message.Now);
        if ((MessageForm.FlagsOf(form) & DiscordMessageContent.Ephemeral) != 0 && !message.IsEphemeral)
        {
            world.Report([$"An edit cannot hide a message that everybody sees: {message}"]);
        }
        message.Edit(content);
    }
}
