using System.Text.Json.Nodes;
using ChatAuth.Testing.Discord.Forms;

namespace ChatAuth.Testing.Discord.Wire;

/// <summary>Does what an application answered to an interaction, or refuses it. Called under the gate.</summary>
internal static class InteractionAnswer
{
    private const int Message = 4;
    private const int DeferredMessage = 5;
    private const int DeferredUpdate = 6;
    private const int Update = 7;
    private const int Completions = 8;

    /// <exception cref="DiscordRefusal">It is no valid answer to this interaction.</exception>
    public static void Apply(DiscordWorld world, FakeDiscordInteraction interaction, JsonObject answer)
    {
        world.Report(world.Spec?.CheckRequest(FakeDiscordRoutes.Respond, answer));
        var type = answer["type"] is JsonValue value && value.TryGetValue(out int number) ? number : 0;
        if (!Fits(interaction.Type, type))
        {
            var message = $"Type {type} does not answer an interaction of type {interaction.Type}.";
            DiscordForm.Refuse("type", "INTERACTION_CALLBACK_TYPE_INVALID", message);
        }
        var data = answer["data"] as JsonObject ?? [];
        switch (type)
        {
            case Message: Show(world, interaction, data); break;
            case DeferredMessage: Defer(interaction, data); break;
            case DeferredUpdate: interaction.Original = interaction.Message; break;
            case Update: MessageEdit.Apply(world, interaction.Original = interaction.Message!, data, "data"); break;
            case Completions: interaction.Choices = CompletionForm.Read(data); break;
        }
        interaction.Response = answer.DeepClone().AsObject();
        interaction.Changed.Pulse();
    }

    /// <summary>As if it had been answered "wait".</summary>
    public static void Defer(FakeDiscordInteraction interaction)
    {
        if (interaction.Type == FakeDiscordInteraction.Component) interaction.Original = interaction.Message;
        else Defer(interaction, []);
        interaction.Response = new JsonObject { ["type"] = interaction.Type == FakeDiscordInteraction.Component ? DeferredUpdate : DeferredMessage };
    }

    private static bool Fits(int interaction, int answer) => interaction switch
    {
        FakeDiscordInteraction.Command => answer is Message or DeferredMessage,
        FakeDiscordInteraction.Component => answer is Message or DeferredMessage or DeferredUpdate or Update,
        FakeDiscordInteraction.Autocomplete => answer is Completions,
        _ => false,
    };

    private static void Show(DiscordWorld world, FakeDiscordInteraction interaction, JsonObject data)
    {
        var content = MessageForm.Read(data, "data", interaction.Channel);
        var onlyFor = (MessageForm.FlagsOf(data) & DiscordMessageContent.Ephemeral) != 0 ? interaction.Person : null;
        interaction.Original = interaction.Channel.Add(world.Bot, content, interaction, onlyFor);
    }

    private static void Defer(FakeDiscordInteraction interaction, JsonObject data)
    {
        var flags = MessageForm.FlagsOf(data);
        if (data.Any(field => field.Key != "flags") || (flags & ~DiscordMessageContent.Ephemeral) != 0)
        {
            DiscordForm.Refuse("data", "INTERACTION_CALLBACK_DATA_INVALID", "A deferred answer has no data but the flag EPHEMERAL.");
        }
        interaction.Think(onlyFor: flags != 0);
    }
}
