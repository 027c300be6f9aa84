using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatAuth.Testing.Discord;

namespace ChatAuth.Testing.Tests.Discord;

/// <summary>An application that says exactly what a test wants it to say.</summary>
internal sealed class AppClient : IDisposable
{
    private readonly HttpClient _http = new();

    public AppClient(FakeDiscordServer server, string? token = null)
    {
        Server = server;
        _http.BaseAddress = new Uri(server.BaseUrl, "api/v10/");
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.com, 1.0)");
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bot {token ?? server.Token}");
    }

    private FakeDiscordServer Server { get; }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null) =>
        await _http.SendAsync(new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) });

    public Task<HttpResponseMessage> MessageAsync(FakeDiscordChannel channel, object message) => SendAsync(HttpMethod.Post, $"channels/{channel.Id}/messages", message);

    public Task<HttpResponseMessage> EditAsync(FakeDiscordInteraction interaction, object message) =>
        SendAsync(HttpMethod.Patch, $"webhooks/{Server.ApplicationId}/{interaction.Token}/messages/@original", message);

    public Task<HttpResponseMessage> FollowUpAsync(FakeDiscordInteraction interaction, object message) =>
        SendAsync(HttpMethod.Post, $"webhooks/{Server.ApplicationId}/{interaction.Token}", message);

    public Task<HttpResponseMessage> RespondAsync(FakeDiscordInteraction interaction, object response) =>
        SendAsync(HttpMethod.Post, $"interactions/{interaction.Id}/{interaction.Token}/callback", response);

    public Task<HttpResponseMessage> SetCommandsAsync(params object[] commands) => SendAsync(HttpMethod.Put, $"applications/{Server.ApplicationId}/commands", commands);

    /// <summary>"400 50035 components.0: Must be…": the status, Discord's code and its first error, or its message where there is no form; "done" for no refusal.</summary>
    public static async Task<string> RefusalAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        if (response.IsSuccessStatusCode) return "done";
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return $"{(int)response.StatusCode} {body["code"]} {(body["errors"] is JsonObject errors ? First(errors) : body["message"])}";
    }

    public void Dispose() => _http.Dispose();

    private static string First(JsonObject errors, string path = "") =>
        errors["_errors"] is JsonArray list ? $"{path.TrimStart('.')}: {list[0]!["message"]}" : errors.Select(inner => First(inner.Value!.AsObject(), $"{path}.{inner.Key}")).First();
}
