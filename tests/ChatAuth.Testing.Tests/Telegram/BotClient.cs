using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Testing.Tests.Telegram;

/// <summary>A bot that says exactly what a test wants it to say.</summary>
internal sealed class BotClient(FakeTelegramServer server) : IDisposable
{
    private readonly HttpClient _http = new();

    public async Task<JsonObject> CallAsync(string method, object? parameters = null)
    {
        using var response = await _http.PostAsJsonAsync($"{server.BaseUrl}bot{server.Token}/{method}", parameters ?? new { });
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }

    /// <summary>The description of the refusal, with its code before it; "done" for none.</summary>
    public async Task<string> RefusalAsync(string method, object parameters)
    {
        var answer = await CallAsync(method, parameters);
        return answer["ok"]!.GetValue<bool>() ? "done" : $"{answer["error_code"]} {answer["description"]}";
    }

    /// <summary>Sends a message; its id.</summary>
    public async Task<long> SendAsync(FakeChat chat, string text, object? markup = null)
    {
        var reply_markup = markup ?? new { inline_keyboard = Array.Empty<object>() };
        var answer = await CallAsync("sendMessage", new { chat_id = chat.Id, text, reply_markup });
        return answer["result"]!["message_id"]!.GetValue<long>();
    }

    public void Dispose() => _http.Dispose();
}
