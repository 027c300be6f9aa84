using System.Text;
using System.Text.Json;

namespace ChatAuth.Benchmarks;

/// <summary>One answer of twenty words as each vendor writes it, whole and streamed, by the vendors' public API references.</summary>
internal static class VendorAnswers
{
    private static readonly string[] s_words = [.. Enumerable.Range(0, 20).Select(i => i == 0 ? "words" : $" word{i}")];

    public static string Text => string.Concat(s_words);

    public static byte[] Whole(bool isAnthropic) => isAnthropic
        ? Bytes(new
        {
            id = "msg_fake", type = "message", role = "assistant", model = "fake", content = new[] { new { type = "text", text = Text } },
            stop_reason = "end_turn", stop_sequence = (string?)null, usage = new { input_tokens = 11, output_tokens = 20 },
        })
        : Bytes(new
        {
            id = "chatcmpl-fake", @object = "chat.completion", created = 1, model = "fake",
            choices = new[] { new { index = 0, message = new { role = "assistant", content = Text }, finish_reason = "stop" } },
            usage = new { prompt_tokens = 11, completion_tokens = 20, total_tokens = 31 },
        });

    /// <summary>The events of a streamed answer, a word each.</summary>
    public static byte[][] Events(bool isAnthropic) => [.. isAnthropic ? Messages() : Completions()];

    private static IEnumerable<byte[]> Messages()
    {
        yield return Event("message_start", new
        {
            type = "message_start",
            message = new
            {
                id = "msg_fake", type = "message", role = "assistant", model = "fake", content = Array.Empty<object>(),
                stop_reason = (string?)null, stop_sequence = (string?)null, usage = new { input_tokens = 11, output_tokens = 1 },
            },
        });
        yield return Event("content_block_start", new { type = "content_block_start", index = 0, content_block = new { type = "text", text = "" } });
        foreach (var word in s_words) yield return Event("content_block_delta", new { type = "content_block_delta", index = 0, delta = new { type = "text_delta", text = word } });
        yield return Event("content_block_stop", new { type = "content_block_stop", index = 0 });
        yield return Event("message_delta", new
        {
            type = "message_delta", delta = new { stop_reason = "end_turn", stop_sequence = (string?)null }, usage = new { output_tokens = 20 },
        });
        yield return Event("message_stop", new { type = "message_stop" });
    }

    private static IEnumerable<byte[]> Completions()
    {
        foreach (var word in s_words) yield return Chunk(new { content = word }, null);
        yield return Chunk(new { }, "stop");
        yield return "data: [DONE]\n\n"u8.ToArray();

        static byte[] Chunk(object delta, string? finished) => Encoding.UTF8.GetBytes($"data: {JsonSerializer.Serialize(new
        {
            id = "chatcmpl-fake", @object = "chat.completion.chunk", created = 1, model = "fake",
            choices = new[] { new { index = 0, delta, finish_reason = finished } },
        })}\n\n");
    }

    private static byte[] Event(string type, object data) => Encoding.UTF8.GetBytes($"event: {type}\ndata: {JsonSerializer.Serialize(data)}\n\n");

    private static byte[] Bytes(object value) => JsonSerializer.SerializeToUtf8Bytes(value);
}
