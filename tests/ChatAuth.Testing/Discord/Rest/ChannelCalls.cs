using System.Text.Json.Nodes;
using ChatAuth.Testing.Discord.Forms;
using ChatAuth.Testing.Discord.Gateway;
using ChatAuth.Testing.Discord.Wire;

namespace ChatAuth.Testing.Discord.Rest;

/// <summary>Messages of the bot's own, and where they can be sent to one person.</summary>
internal static class ChannelCalls
{
    /// <summary>It opens whether or not its person wants to hear the bot: that shows with the first message.</summary>
    public static RestReply OpenDirectMessages(RestCall call)
    {
        if (call.Form["recipient_id"]?.ToString() is not { Length: > 0 } id) throw DiscordRefusal.InvalidRecipient;
        if (!call.World.People.TryGetValue(id, out var person)) throw DiscordRefusal.InvalidRecipient;
        var channel = call.World.DirectMessages(person);
        return RestReply.Of(Direct(channel));
    }

    public static RestReply Get(RestCall call)
    {
        if (!call.World.Channels.TryGetValue(call.Parts[1], out var channel)) throw DiscordRefusal.UnknownChannel;
        if (!channel.HasBot) throw DiscordRefusal.MissingAccess;
        return RestReply.Of(channel.Guild is null ? Direct(channel) : GatewayJson.Channel(channel));
    }

    public static RestReply GetGuild(RestCall call) => call.World.Guilds.TryGetValue(call.Parts[1], out var guild) && guild.HasBot
        ? RestReply.Of(GatewayJson.Guild(call.World, guild))
        : throw DiscordRefusal.MissingAccess;

    public static RestReply GetPerson(RestCall call) =>
        call.World.People.TryGetValue(call.Parts[1], out var person) ? RestReply.Of(PersonJson.Of(person)) : throw DiscordRefusal.UnknownUser;

    public static RestReply CreateMessage(RestCall call)
    {
        var world = call.World;
        if (!world.Channels.TryGetValue(call.Parts[1], out var channel)) throw DiscordRefusal.UnknownChannel;
        if (!channel.HasBot) throw DiscordRefusal.MissingAccess;
        if (!channel.BotMayWrite) throw channel.Guild is null ? DiscordRefusal.CannotWriteToUser : DiscordRefusal.MissingPermissions;
        var content = MessageForm.Read(call.Form, "", channel);
        if ((MessageForm.FlagsOf(call.Form) & DiscordMessageContent.Ephemeral) != 0)
        {
            world.Report([$"A message of the bot's own cannot be for one person: {content.Text}"]);
        }
        var nonce = NonceOf(call.Form);
        if (nonce is not null && world.Nonces.TryGetValue(nonce, out var made) && world.Time.GetUtcNow() - made.SentAt < FakeDiscordLimits.NonceLife)
        {
            return RestReply.Of(MessageJson.Of(made));
        }
        var message = channel.Add(world.Bot, content, replyTo: Answered(channel, call.Form));
        if (nonce is not null) world.Nonces[nonce] = message;
        return RestReply.Of(MessageJson.Of(message));
    }

    private static JsonObject Direct(FakeDiscordChannel channel) => new()
    {
        ["id"] = channel.Id,
        ["type"] = channel.Type,
        ["last_message_id"] = channel.LastMessageId,
        ["flags"] = 0,
        ["recipients"] = new JsonArray([.. channel.People.Select(person => (JsonNode)PersonJson.Of(person))]),
    };

    /// <summary>What the message is known by when it comes again; null where that is not asked for.</summary>
    private static string? NonceOf(JsonObject form) => DiscordForm.IsTrue(form, "enforce_nonce") ? form["nonce"]?.ToString() : null;

    private static FakeDiscordMessage? Answered(FakeDiscordChannel channel, JsonObject form)
    {
        if (form["message_reference"] is not JsonObject reference) return null;
        var answered = channel.Messages.FirstOrDefault(message => message.Id == $"{reference["message_id"]}" && !message.IsEphemeral);
        if (answered is null && (reference["fail_if_not_exists"]?.GetValue<bool>() ?? true))
        {
            DiscordForm.Refuse("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
        }
        return answered;
    }
}
