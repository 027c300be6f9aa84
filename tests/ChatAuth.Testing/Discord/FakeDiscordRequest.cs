using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord;

/// <summary>A request to the REST API, whatever became of it.</summary>
/// <param name="Route">Verb and path as in <see cref="FakeDiscordRoutes"/>; the path itself where the fake has no such route.</param>
/// <param name="Path">The path below <c>/api/v10</c>.</param>
/// <param name="Body">The body; null for none.</param>
/// <param name="Time">When it arrived.</param>
public sealed record FakeDiscordRequest(string Route, string Path, JsonNode? Body, DateTimeOffset Time)
{
    /// <summary>The status of the answer; null while there is none, and where the connection was dropped.</summary>
    public int? Status { get; internal set; }

    /// <summary>The answer's body; null for none.</summary>
    public JsonNode? Answer { get; internal set; }
}
