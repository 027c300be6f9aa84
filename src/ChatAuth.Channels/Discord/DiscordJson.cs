using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatAuth.Channels.Discord;

/// <summary>How requests and responses are written: snake case, and nothing where there is null.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DiscordResponse))]
[JsonSerializable(typeof(DiscordMessage))]
[JsonSerializable(typeof(IReadOnlyList<DiscordCommand>))]
[JsonSerializable(typeof(DiscordRequest.OpenDirectMessages))]
internal sealed partial class DiscordJson : JsonSerializerContext
{
    /// <summary>The body of a request; null for one that has none.</summary>
    public static byte[]? BodyOf(DiscordRequest request) => request switch
    {
        DiscordRequest.Respond to => BodyOf(to.Response),
        DiscordRequest.EditOriginal of => BodyOf(OfWebhook(of.Message)),
        DiscordRequest.FollowUp of => BodyOf(OfWebhook(of.Message)),
        DiscordRequest.CreateMessage to => BodyOf(to.Message),
        DiscordRequest.OpenDirectMessages to => JsonSerializer.SerializeToUtf8Bytes(to, Default.OpenDirectMessages),
        DiscordRequest.SetCommands of => JsonSerializer.SerializeToUtf8Bytes(of.Commands, Default.IReadOnlyListDiscordCommand),
        _ => null,
    };

    /// <summary>What an interaction is answered with.</summary>
    public static byte[] BodyOf(DiscordResponse response) => JsonSerializer.SerializeToUtf8Bytes(response, Default.DiscordResponse);

    private static byte[] BodyOf(DiscordMessage message) => JsonSerializer.SerializeToUtf8Bytes(message, Default.DiscordMessage);

    /// <summary>Webhooks know neither replies nor nonces.</summary>
    private static DiscordMessage OfWebhook(DiscordMessage message) => message with { Nonce = null };
}
