using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChatAuth.Testing.Vendors;

/// <summary>Answers in the words of the vendors' public API references.</summary>
internal static class VendorJson
{
    public const int InputTokens = 11;
    public const int OutputTokens = 7;
    private const int MostListed = 3;

    public static string Whole(FakeVendorRequest request, string text) => request.IsAnthropic
        ? Json(new
        {
            id = "msg_fake", type = "message", role = "assistant", model = request.Model, content = new[] { new { type = "text", text } },
            stop_reason = "end_turn", stop_sequence = (string?)null, usage = new { input_tokens = InputTokens, output_tokens = OutputTokens },
        })
        : Json(new
        {
            id = "chatcmpl-fake", @object = "chat.completion", created = 1, model = request.Model,
            choices = new[] { new { index = 0, message = new { role = "assistant", content = text, refusal = (string?)null }, logprobs = (object?)null, finish_reason = "stop" } },
            usage = Usage,
        });

    /// <summary>The events of a streamed answer, a word each.</summary>
    public static IEnumerable<string> Events(FakeVendorRequest request, string text) => request.IsAnthropic ? MessageEvents(request, text) : Completions(request, text);

    /// <summary>A page of the list of models; Anthropic's has as many as were asked for, at most three.</summary>
    public static string List(FakeVendorRequest request, IReadOnlyList<string> models)
    {
        var entries = models.Select(model => model.Split('|')).Select(parts => (Id: parts[0], Name: parts.ElementAtOrDefault(1))).ToList();
        if (!request.IsAnthropic) return Json(new { @object = "list", data = entries.Select(entry => new { id = entry.Id, @object = "model", created = 1, owned_by = "fake", name = entry.Name }) });
        var after = Regex.Match(request.Path, "after_id=([^&]*)") is { Success: true } match ? Uri.UnescapeDataString(match.Groups[1].Value) : null;
        var rest = entries.Skip(entries.FindIndex(entry => entry.Id == after) + 1).ToList();
        var page = rest.Take(MostListed).Select(entry => new { type = "model", id = entry.Id, display_name = entry.Name, created_at = "2026-01-01T00:00:00Z" }).ToList();
        return Json(new { data = page, has_more = rest.Count > MostListed, first_id = page.FirstOrDefault()?.id, last_id = page.LastOrDefault()?.id });
    }

    public static string Error(FakeVendorRequest request, string type, string? code, string message) => request.IsAnthropic
        ? Json(new { type = "error", error = new { type, message }, request_id = "req_fake" })
        : Json(new { error = new { message, type, param = (string?)null, code } });

    public static string Event(string type, object data) => $"event: {type}\ndata: {Json(data)}\n\n";

    private static object Usage => new { prompt_tokens = InputTokens, completion_tokens = OutputTokens, total_tokens = InputTokens + OutputTokens };

    private static IEnumerable<string> MessageEvents(FakeVendorRequest request, string text)
    {
        yield return Event("message_start", new
        {
            type = "message_start",
            message = new
            {
                id = "msg_fake", type = "message", role = "assistant", model = request.Model, content = Array.Empty<object>(),
                stop_reason = (string?)null, stop_sequence = (string?)null, usage = new { input_tokens = InputTokens, output_tokens = 1 },
            },
        });
        yield return Event("content_block_start", new { type = "content_block_start", index = 0, content_block = new { type = "text", text = "" } });
        yield return Event("ping", new { type = "ping" });
        foreach (var word in Words(text)) yield return Event("content_block_delta", new { type = "content_block_delta", index = 0, delta = new { type = "text_delta", text = word } });
        yield return Event("content_block_stop", new { type = "content_block_stop", index = 0 });
        yield return Event("message_delta", new
        {
            type = "message_delta", delta = new { stop_reason = "end_turn", stop_sequence = (string?)null }, usage = new { output_tokens = OutputTokens },
        });
        yield return Event("message_stop", new { type = "message_stop" });
    }

    private static IEnumerable<string> Completions(FakeVendorRequest request, string text)
    {
        yield return Chunk(new { role = "assistant", content = "" }, null);
        foreach (var word in Words(text)) yield return Chunk(new { content = word }, null);
        yield return Chunk(new { }, "stop");
        if (request.Field("stream_options") is { } options && options.TryGetProperty("include_usage", out var wanted) && wanted.GetBoolean())
        {
            yield return Data(new { id = "chatcmpl-fake", @object = "chat.completion.chunk", created = 1, model = request.Model, choices = Array.Empty<object>(), usage = Usage });
        }
        yield return "data: [DONE]\n\n";

        string Chunk(object delta, string? finished) => Data(new
        {
            id = "chatcmpl-fake", @object = "chat.completion.chunk", created = 1, model = request.Model,
            choices = new[] { new { index = 0, delta, finish_reason = finished } },
        });
    }

    private static string Data(object value) => $"data: {Json(value)}\n\n";

    private static IEnumerable<string> Words(string text) => text.Split(' ').Select((word, at) => at == 0 ? word : " " + word);

    private static string Json(object value) => JsonSerializer.Serialize(value);
}
