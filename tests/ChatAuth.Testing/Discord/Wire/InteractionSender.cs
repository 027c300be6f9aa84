using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord.Wire;

/// <summary>Posts interactions to the application's endpoint.</summary>
internal sealed class InteractionSender(DiscordWorld world) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    public async Task SendAsync(FakeDiscordInteraction interaction)
    {
        var reply = await PostAsync(interaction.Sign());
        lock (world.Gate)
        {
            // The application may have answered by the callback meanwhile.
            if (interaction.IsAcknowledged) return;
            try
            {
                InteractionAnswer.Apply(world, interaction, Read(reply));
            }
            catch (Exception wrong) when (wrong is DiscordRefusal or FormatException)
            {
                interaction.Fail(wrong is DiscordRefusal refusal ? refusal.Body.ToJsonString() : wrong.Message);
            }
        }
    }

    /// <summary>Never throws: what went wrong is a reply with status 0.</summary>
    public async Task<FakeDiscordReply> PostAsync(FakeDiscordSignedRequest signed)
    {
        if (world.EndpointUrl is not { } url) return new FakeDiscordReply(0, "The application has no endpoint.");
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(signed.Body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", "Discord-Interactions/1.0 (+https://discord.com)");
        if (signed.Signature.Length > 0) request.Headers.Add("X-Signature-Ed25519", signed.Signature);
        if (signed.Timestamp.Length > 0) request.Headers.Add("X-Signature-Timestamp", signed.Timestamp);
        try
        {
            using var window = new CancellationTokenSource(world.Options.ResponseWindow);
            using var response = await _http.SendAsync(request, window.Token);
            return new FakeDiscordReply((int)response.StatusCode, await response.Content.ReadAsStringAsync(window.Token));
        }
        catch (OperationCanceledException)
        {
            return new FakeDiscordReply(0, $"No answer within {world.Options.ResponseWindow.TotalSeconds} s");
        }
        catch (HttpRequestException gone)
        {
            return new FakeDiscordReply(0, gone.Message);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <exception cref="FormatException">It is no answer.</exception>
    private static JsonObject Read(FakeDiscordReply reply)
    {
        if (reply.Status == 0) throw new FormatException(reply.Body);
        if (reply.Status != 200) throw new FormatException($"status {reply.Status}");
        try
        {
            return JsonNode.Parse(reply.Body) as JsonObject ?? throw new FormatException("not an object");
        }
        catch (JsonException)
        {
            throw new FormatException("not JSON");
        }
    }
}
