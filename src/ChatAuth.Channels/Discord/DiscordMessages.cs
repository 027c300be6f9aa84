using System.Globalization;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Diagnostics;

namespace ChatAuth.Channels.Discord;

/// <summary>Replies and notices as messages.</summary>
internal static class DiscordMessages
{
    /// <summary>What nobody here can read, or nobody may have answered: an interaction always gets an answer.</summary>
    public static DiscordMessage DeniedMessage { get; } = Message("That is not answered here.", ephemeral: true);

    /// <summary>As a response.</summary>
    public static DiscordResponse Denied { get; } = Response(DeniedMessage);

    /// <summary>Something that this bot did not make, or a newer one did.</summary>
    public static DiscordResponse Unknown { get; } = Response(Message("That is nothing that this bot knows. Type `/model` for the list of models.", ephemeral: true));

    /// <summary>The messages, nearly always one; more where the words are longer than a message can be, with the components below the last.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="ephemeral">Only its asker sees it.</param>
    public static IReadOnlyList<DiscordMessage> Of(CommandReply reply, bool ephemeral)
    {
        var controls = DiscordControls.Of(reply);
        var texts = DiscordText.Of(ButtonedText.Of(reply, controls.All, menu: true));
        var messages = texts.Select(text => Message(text, ephemeral)).ToList();
        messages[^1] = messages[^1] with { Components = controls.Rows(reply) };
        return messages;
    }

    /// <summary>What everybody is told; more than one message where long names are in it.</summary>
    public static IReadOnlyList<DiscordMessage> Of(Notice notice) => [.. DiscordText.Of(ReplyRenderer.Render(notice)).Select(text => Message(text, ephemeral: false))];

    /// <summary>What an owner is told, in direct messages.</summary>
    public static IReadOnlyList<DiscordMessage> Of(OwnerNotice notice) => [.. DiscordText.Of(ReplyRenderer.Render(notice)).Select(text => Message(text, ephemeral: false))];

    /// <summary>A change as the others of its conversation read it. The mention shows them who made it under the name that they know; it pings nobody.</summary>
    public static IReadOnlyList<DiscordMessage> Announced(CommandReply change, Person by)
    {
        var lines = ReplyRenderer.Render(change, offers: false).Lines.SelectMany(DiscordText.Lines);
        return [.. DiscordText.Packed([string.Create(CultureInfo.InvariantCulture, $"<@{by.Id}> changed what answers here."), .. lines]).Select(text => Message(text, ephemeral: false))];
    }

    private static DiscordMessage Message(string text, bool ephemeral) =>
        new(text) { Flags = DiscordMessage.SuppressEmbeds | (ephemeral ? DiscordMessage.Ephemeral : 0) };

    /// <summary>A refusal as a response that only its asker sees.</summary>
    public static DiscordResponse Response(CommandReply.Failed failed) => Response(Of(failed, ephemeral: true)[0]);

    private static DiscordResponse Response(DiscordMessage message) => new(4) { Data = DiscordResponseData.Of(message) };
}
