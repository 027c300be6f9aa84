using System.Text.Json;
using ChatAuth.Testing.Discord.Wire;

namespace ChatAuth.Testing.Discord;

/// <content>What goes to and fro.</content>
public sealed partial class FakeDiscordServer
{
    /// <summary>Where interactions are posted; null for nowhere. Setting it skips Discord's check.</summary>
    public Uri? EndpointUrl
    {
        get => _world.EndpointUrl;
        set => _world.EndpointUrl = value;
    }

    /// <summary>Every request to the REST API, in order.</summary>
    public IReadOnlyList<FakeDiscordRequest> Requests
    {
        get { lock (_world.Gate) return [.. _world.Requests]; }
    }

    /// <summary>401, 403 and 429 answered in the last ten minutes, those of a shared limit left out.</summary>
    public int InvalidRequests
    {
        get { lock (_world.Gate) return _world.Limits.InvalidRequests; }
    }

    /// <summary>Enters the address of the endpoint as the developer portal does: it is taken when it passes the check.</summary>
    public Task<FakeDiscordEndpointCheck> SetEndpointAsync(Uri url)
    {
        EndpointUrl = url;
        return CheckEndpointAsync();
    }

    /// <summary>
    /// The check that Discord repeats at times: a ping with a good signature, and others with bad ones. A failure removes the address
    /// and is a defect.
    /// </summary>
    public async Task<FakeDiscordEndpointCheck> CheckEndpointAsync()
    {
        var check = await EndpointCheck.RunAsync(_world);
        if (check.Passed) return check;
        _world.Report(check.Failures);
        EndpointUrl = null;
        return check;
    }

    /// <summary>Posts anything to the endpoint, signed well or badly.</summary>
    public Task<FakeDiscordReply> PostAsync(FakeDiscordSignedRequest request) => _world.Sender.PostAsync(request);

    /// <summary>Signs any body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="at">The time in the signature; now where it is null.</param>
    public FakeDiscordSignedRequest Sign(string body, DateTimeOffset? at = null) => _world.Key.Sign(at ?? _world.Time.GetUtcNow(), body);

    /// <summary>
    /// Writes signed interactions for another process to post: a line of JSON each, with <c>timestamp</c>, <c>signature</c> and <c>body</c>.
    /// They count as deferred: their tokens edit and follow up at once.
    /// </summary>
    public static async Task WriteSignedAsync(string path, IEnumerable<FakeDiscordInteraction> interactions) =>
        await File.WriteAllLinesAsync(path, interactions.Select(interaction => JsonSerializer.Serialize(interaction.HandOver(), JsonSerializerOptions.Web)));

    /// <summary>The requests of a route, in order.</summary>
    /// <param name="route">As in <see cref="FakeDiscordRoutes"/>.</param>
    public IReadOnlyList<FakeDiscordRequest> RequestsOf(string route) => [.. Requests.Where(request => request.Route == route)];

    /// <summary>Waits until so many requests of a route were answered, and returns the last of them.</summary>
    /// <exception cref="TimeoutException">They were not in time (15 seconds where none is named).</exception>
    public Task<FakeDiscordRequest> WaitForRequestAsync(string route, int count = 1, TimeSpan? timeout = null) => _world.Requested.UntilAsync(
        () => RequestsOf(route).Where(request => request.Status is not null).ElementAtOrDefault(count - 1), timeout, () => $"Not {count} of {route} in time.");
}
