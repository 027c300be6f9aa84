using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatAuth.Testing.Discord.Gateway;

/// <summary>The sockets on which applications hear of what happens. What is told, is told to each that has identified itself and asked for it.</summary>
internal sealed class GatewayHub(DiscordWorld world)
{
    private readonly List<GatewaySession> _sessions = [];

    /// <summary>A socket has identified itself, or is gone.</summary>
    public Signal Changed { get; } = new();

    /// <summary>The sockets that are told what happens.</summary>
    public IReadOnlyList<GatewaySession> Listening
    {
        get { lock (world.Gate) return [.. _sessions.Where(session => session.IsIdentified)]; }
    }

    /// <summary>Serves a socket until it is closed.</summary>
    public async Task ServeAsync(HttpContext http, string token)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var isCompressed = http.Request.Query["compress"] == "zlib-stream";
        var session = new GatewaySession(world, socket, $"ws://{http.Request.Host}/gateway", token, isCompressed);
        lock (world.Gate) _sessions.Add(session);
        try
        {
            await session.RunAsync(http.RequestAborted);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // Sockets break.
        }
        finally
        {
            lock (world.Gate) _sessions.Remove(session);
            Changed.Pulse();
        }
    }

    /// <summary>Tells what happened in a guild, or outside of any.</summary>
    public void Tell(string type, JsonObject data, FakeDiscordGuild? guild, int intents = 0)
    {
        foreach (var session in Listening.Where(session => session.Hears(guild, intents))) session.Tell(type, data);
    }

    /// <summary>Tells of an interaction, and waits for its answer as long as Discord does.</summary>
    public async Task BringAsync(FakeDiscordInteraction interaction)
    {
        Tell("INTERACTION_CREATE", JsonNode.Parse(interaction.Json)!.AsObject(), interaction.Channel.Guild);
        try
        {
            await interaction.Changed.UntilAsync(() => interaction.IsAcknowledged ? interaction : null, world.Options.ResponseWindow, () => "");
        }
        catch (TimeoutException)
        {
            lock (world.Gate)
            {
                if (!interaction.IsAcknowledged) interaction.Fail($"No answer within {world.Options.ResponseWindow.TotalSeconds} s");
            }
        }
    }
}
