using System.Text.Json.Nodes;
using ChatAuth.Testing.Discord.Forms;
using ChatAuth.Testing.Discord.Wire;

namespace ChatAuth.Testing.Discord.Rest;

/// <summary>What the token of an interaction allows.</summary>
internal static class InteractionCalls
{
    public static RestReply Respond(RestCall call)
    {
        if (!call.World.Interactions.TryGetValue(call.Parts[2], out var interaction) || interaction.Id != call.Parts[1])
        {
            throw DiscordRefusal.UnknownInteraction;
        }
        if (interaction.IsAcknowledged) throw DiscordRefusal.AlreadyAcknowledged;
        if (interaction.Failure is not null || call.World.Time.GetUtcNow() - interaction.CreatedAt > FakeDiscordLimits.ResponseWindow)
        {
            throw DiscordRefusal.UnknownInteraction;
        }
        InteractionAnswer.Apply(call.World, interaction, call.Form);
        return call.WithResponse ? RestReply.Of(Told(interaction)) : RestReply.Empty;
    }

    public static RestReply FollowUp(RestCall call)
    {
        var (world, interaction) = (call.World, Find(call));
        if (interaction.Original is { IsThinking: true } thinking)
        {
            // The first one takes the place of "is thinking…", for those who saw that.
            var asked = (MessageForm.FlagsOf(call.Form) & DiscordMessageContent.Ephemeral) != 0;
            if (asked != thinking.IsEphemeral)
            {
                world.Report([$"{interaction}: who sees the first follow-up was settled when it was deferred."]);
            }
            thinking.Edit(MessageForm.Read(call.Form, "", interaction.Channel));
            return RestReply.Of(MessageJson.Of(thinking));
        }
        if (!interaction.Owners.ContainsKey("0") && interaction.FollowUps.Count >= FakeDiscordLimits.UserInstalledFollowUps)
        {
            throw DiscordRefusal.TooManyFollowUps;
        }
        var content = MessageForm.Read(call.Form, "", interaction.Channel);
        var onlyFor = (MessageForm.FlagsOf(call.Form) & DiscordMessageContent.Ephemeral) != 0 ? interaction.Person : null;
        var message = interaction.Channel.Add(world.Bot, content, interaction, onlyFor, interaction.Original);
        interaction.Add(message);
        return RestReply.Of(MessageJson.Of(message));
    }

    public static RestReply Edit(RestCall call)
    {
        var interaction = Find(call);
        var message = Found(interaction, call.Parts[4]);
        MessageEdit.Apply(call.World, message, call.Form);
        interaction.Changed.Pulse();
        return RestReply.Of(MessageJson.Of(message));
    }

    public static RestReply GetOriginal(RestCall call) => RestReply.Of(MessageJson.Of(Found(Find(call), "@original")));

    private static FakeDiscordMessage Found(FakeDiscordInteraction interaction, string id) =>
        (id == "@original" ? interaction.Original : interaction.Messages.FirstOrDefault(message => message.Id == id)) ?? throw DiscordRefusal.UnknownMessage;

    private static FakeDiscordInteraction Find(RestCall call)
    {
        if (call.Parts[1] != call.World.Options.ApplicationId) throw DiscordRefusal.UnknownWebhook;
        if (!call.World.Interactions.TryGetValue(call.Parts[2], out var interaction) || !interaction.IsAlive)
        {
            throw DiscordRefusal.InvalidWebhookToken;
        }
        if (interaction.IsAcknowledged) return interaction;
        throw call.Parts.Length > 3 ? DiscordRefusal.UnknownMessage : DiscordRefusal.UnknownWebhook;
    }

    private static JsonObject Told(FakeDiscordInteraction interaction)
    {
        var told = new JsonObject { ["interaction"] = new JsonObject { ["id"] = interaction.Id, ["type"] = interaction.Type } };
        if (interaction.Original is not { } message) return told;
        told["interaction"]!["response_message_id"] = message.Id;
        told["interaction"]!["response_message_loading"] = message.IsThinking;
        told["interaction"]!["response_message_ephemeral"] = message.IsEphemeral;
        if (interaction.Response!["type"]!.GetValue<int>() is 4 or 7)
        {
            told["resource"] = new JsonObject { ["type"] = interaction.Response["type"]!.DeepClone(), ["message"] = MessageJson.Of(message) };
        }
        return told;
    }
}
