using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.AI;
using Sdk = OpenAI.Chat;

namespace ChatAuth.Providers.OpenAI;

/// <summary>A conversation as the vendor's client takes it: text of every side, and pictures of the user's.</summary>
internal static class OpenAIMessages
{
    /// <exception cref="VendorException"><see cref="ErrorCode.RequestRefused"/>: something in it cannot be sent. Nothing is.</exception>
    public static List<Sdk.ChatMessage> Of(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var asked = new List<Sdk.ChatMessage>();
        if (!string.IsNullOrEmpty(options?.Instructions)) asked.Add(new Sdk.SystemChatMessage(options.Instructions));
        foreach (var message in messages) asked.Add(Of(message));
        return asked;
    }

    private static Sdk.ChatMessage Of(ChatMessage message)
    {
        var parts = message.Contents.Select(PartOf).ToArray();
        // Some compatible endpoints know no list of parts: a text alone is sent as text.
        var text = parts.All(part => part.Kind is Sdk.ChatMessageContentPartKind.Text) ? string.Concat(parts.Select(part => part.Text)) : null;
        if (message.Role == ChatRole.User) return text is null ? new Sdk.UserChatMessage(parts) : new Sdk.UserChatMessage(text);
        if (text is not null && message.Role == ChatRole.System) return new Sdk.SystemChatMessage(text);
        if (text is not null && message.Role == ChatRole.Assistant) return new Sdk.AssistantChatMessage(text);
        throw Unsendable();
    }

    private static Sdk.ChatMessageContentPart PartOf(AIContent content) => content switch
    {
        TextContent text => Sdk.ChatMessageContentPart.CreateTextPart(text.Text),
        DataContent image when image.HasTopLevelMediaType("image") =>
            Sdk.ChatMessageContentPart.CreateImagePart(BinaryData.FromBytes(image.Data), image.MediaType),
        UriContent image when image.HasTopLevelMediaType("image") => Sdk.ChatMessageContentPart.CreateImagePart(image.Uri),
        _ => throw Unsendable(),
    };

    private static VendorException Unsendable() => new(ErrorCode.RequestRefused, null);
}
