using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord.Forms;

/// <summary>Reads a message, new or edited.</summary>
internal static class MessageForm
{
    private const int Kept =
        DiscordMessageContent.SuppressEmbeds | DiscordMessageContent.SuppressNotifications | DiscordMessageContent.ComponentsV2;

    private const int Known = Kept | DiscordMessageContent.Ephemeral;

    /// <param name="body">The form.</param>
    /// <param name="path">Where in the request it stands; empty for all of it.</param>
    /// <param name="channel">Where it goes.</param>
    /// <param name="before">What an edit changes; null for a new message.</param>
    /// <exception cref="DiscordRefusal">It is bad, or says nothing.</exception>
    public static DiscordMessageContent Read(JsonObject body, string path, FakeDiscordChannel channel, DiscordMessageContent? before = null)
    {
        var form = new DiscordForm(path);
        var text = body.ContainsKey("content") || before is null ? form.Text(body, "content", "", 0, FakeDiscordLimits.Content) ?? "" : before.Text;
        var flags = body.ContainsKey("flags") || before is null ? FlagsOf(body) : before.Flags & ~DiscordMessageContent.Loading;
        if ((flags & ~Known) != 0) form.Add("flags", "MESSAGE_FLAGS_INVALID", $"Unknown flags in {flags}");
        var isV2 = (flags & DiscordMessageContent.ComponentsV2) != 0;
        if (isV2 && text.Length > 0)
        {
            form.Add("content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "Components V2 go without 'content'.");
        }
        var content = new DiscordMessageContent(text)
        {
            Flags = flags & Kept,
            Components = before?.Components ?? [],
            Rows = before?.Rows ?? [],
            Pings = before?.Pings ?? MessagePings.Of(text, body["allowed_mentions"] as JsonObject),
        };
        if (body.ContainsKey("components") && !isV2) content = new ComponentForm(form).Read(body["components"], content);
        form.ThrowIfBad();
        if (!isV2 && string.IsNullOrWhiteSpace(text) && body["embeds"] is not JsonArray { Count: > 0 }) throw DiscordRefusal.EmptyMessage;
        return content;
    }

    public static int FlagsOf(JsonObject body) => DiscordForm.Number(body, "flags");
}
