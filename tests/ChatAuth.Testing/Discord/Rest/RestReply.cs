using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord.Rest;

/// <summary>What the REST API answers.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">Null for none.</param>
internal sealed record RestReply(int Status, JsonNode? Body)
{
    public static RestReply Empty { get; } = new(204, null);

    /// <summary>The limit that refused it; null where none did.</summary>
    public RateState? LimitedBy { get; private init; }

    public static RestReply Limited(RateState rate) => new(429, null) { LimitedBy = rate };

    public static RestReply Of(JsonNode body) => new(200, body);
}
