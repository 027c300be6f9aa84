using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord;

/// <content>Applications that hear of what happens over a socket that they open. Interactions come by it where there is no endpoint.</content>
public sealed partial class FakeDiscordServer
{
    /// <summary>Where sockets are opened.</summary>
    public Uri GatewayUrl => new UriBuilder(BaseUrl) { Scheme = "ws", Path = "/gateway" }.Uri;

    /// <summary>How many sockets have identified themselves.</summary>
    public int Sockets => _world.Hub.Listening.Count;

    /// <summary>Heartbeats that came on the sockets that are open.</summary>
    public int Heartbeats => _world.Hub.Listening.Sum(session => session.Heartbeats);

    /// <summary>Waits until so many sockets have identified themselves.</summary>
    /// <exception cref="TimeoutException">They do not in time (15 seconds where none is named).</exception>
    public Task WaitForSocketsAsync(int count = 1, TimeSpan? timeout = null) => _world.Hub.Changed.UntilAsync(
        () => Sockets == count ? this : null, timeout, () => $"{Sockets} sockets instead of {count}.");

    /// <summary>Breaks every socket, as networks do.</summary>
    public void BreakSockets()
    {
        foreach (var session in _world.Hub.Listening) session.Break();
    }

    /// <summary>Sends on every socket what no Discord sends, or what it sends twice.</summary>
    /// <param name="type">Such as <c>INTERACTION_CREATE</c>.</param>
    /// <param name="json">The data.</param>
    public void Tell(string type, string json)
    {
        foreach (var session in _world.Hub.Listening) session.Tell(type, JsonNode.Parse(json)!.AsObject());
    }
}
