using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ChatAuth.Benchmarks;

/// <summary>The anchor: the least that a bot can do. It fetches updates, sends a fixed text for each, all of a batch at once, and keeps nothing.</summary>
internal static class BareBot
{
    public const string ChildWord = "bare-bot-as-child";

    public static async Task RunChildAsync(string baseUrl, string token)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"{baseUrl}bot{token}/"), Timeout = Timeout.InfiniteTimeSpan };
        await Console.Out.WriteLineAsync(LoadedBot.ReadyWord);
        for (long offset = 0; ;)
        {
            var answer = await PostAsync(http, "getUpdates", new JsonObject { ["offset"] = offset, ["timeout"] = 25 });
            var updates = answer["result"]!.AsArray();
            await Task.WhenAll(updates.Select(update => PostAsync(http, "sendMessage", new JsonObject
            {
                ["chat_id"] = (long)update!["message"]!["chat"]!["id"]!,
                ["text"] = "A fixed text, about as long as an answer to a command is: who answers, by which account, and who pays from now on.",
            })));
            if (updates.Count > 0) offset = (long)updates[^1]!["update_id"]! + 1;
        }
    }

    private static async Task<JsonNode> PostAsync(HttpClient http, string method, JsonObject body)
    {
        using var response = await http.PostAsJsonAsync(method, body);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
