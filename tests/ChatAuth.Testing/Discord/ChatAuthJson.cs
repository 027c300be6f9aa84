using System.Text.Json.Nodes;
using ChatAuth.Channels.Discord;

namespace ChatAuth.Testing.Discord;

/// <summary>What ChatAuth puts on the wire, for judges.</summary>
public static class ChatAuthJson
{
    /// <summary>The slash commands as they are registered for everybody.</summary>
    public static JsonNode Commands => Of(new DiscordRequest.SetCommands("1", null, DiscordCommands.Global))!;

    /// <summary>The body of a request; null for one that has none.</summary>
    public static JsonNode? Of(DiscordRequest request) => DiscordJson.BodyOf(request) is { } body ? JsonNode.Parse(body) : null;

    /// <summary>The answer to an interaction.</summary>
    public static JsonNode Of(DiscordResponse response) => JsonNode.Parse(DiscordJson.BodyOf(response))!;
}
