using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord.Rest;

/// <summary>What the REST API answers.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">Null for none.</param>
internal sealed record RestReply(int Status, JsonNode? Body)
{
    public static RestReply Empty { get; } = new(204, null);

    public static RestReply Of(JsonNode body) => new(200, body);
}
