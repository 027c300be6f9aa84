using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord.Rest;

/// <summary>A request whose route is known. It is done under the gate.</summary>
/// <param name="World">What the fake knows.</param>
/// <param name="Parts">The path below <c>/api/v10</c>.</param>
/// <param name="Body">Null for none.</param>
/// <param name="WithResponse">The callback shall tell what became of it.</param>
internal sealed record RestCall(DiscordWorld World, string[] Parts, JsonNode? Body, bool WithResponse)
{
    /// <exception cref="DiscordRefusal">There is none.</exception>
    public JsonObject Form => Body as JsonObject ?? throw DiscordRefusal.InvalidJson;

    /// <exception cref="DiscordRefusal">It is another's.</exception>
    public void CheckApplication()
    {
        if (Parts[1] != World.Options.ApplicationId) throw DiscordRefusal.NotYourApplication;
    }
}
