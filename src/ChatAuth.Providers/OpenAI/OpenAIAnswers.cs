using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.AI;
using Sdk = OpenAI.Chat;

namespace ChatAuth.Providers.OpenAI;

/// <summary>What the vendor's client read, as answers of ours. Names and ids that the endpoint chose are left out.</summary>
internal static class OpenAIAnswers
{
    public static ChatResponse Of(Sdk.ChatCompletion answer, string model) => new(new ChatMessage(ChatRole.Assistant, TextsOf(answer.Content, answer.Refusal)))
    {
        ModelId = model,
        FinishReason = ReasonOf(answer.FinishReason),
        Usage = answer.Usage is { } usage ? UsageOf(usage) : null,
    };

    /// <summary>A part of a stream; null when nothing is in it.</summary>
    /// <exception cref="VendorException">An error stands in the stream.</exception>
    public static ChatResponseUpdate? Of(Sdk.StreamingChatCompletionUpdate part, string model)
    {
#pragma warning disable SCME0001 // The vendor's client shows an error within a stream in no other way; the package's version is pinned.
        if (part.Patch.Contains("$.error"u8)) throw new VendorException(ErrorCode.VendorUnavailable, null, mayHaveBeenCharged: true);
#pragma warning restore SCME0001
        var contents = TextsOf(part.ContentUpdate, part.RefusalUpdate);
        if (part.Usage is { } usage) contents.Add(new UsageContent(UsageOf(usage)));
        if (contents.Count == 0 && part.FinishReason is null) return null;
        return new ChatResponseUpdate(ChatRole.Assistant, contents)
        {
            ModelId = model,
            FinishReason = part.FinishReason is { } reason ? ReasonOf(reason) : null,
        };
    }

    private static List<AIContent> TextsOf(IEnumerable<Sdk.ChatMessageContentPart> parts, string? refusal)
    {
        var texts = new List<AIContent>();
        foreach (var part in parts)
        {
            if (!string.IsNullOrEmpty(part.Text)) texts.Add(new TextContent(part.Text));
        }
        // A model's refusal is its answer.
        if (!string.IsNullOrEmpty(refusal)) texts.Add(new TextContent(refusal));
        return texts;
    }

    private static ChatFinishReason ReasonOf(Sdk.ChatFinishReason reason) => reason switch
    {
        Sdk.ChatFinishReason.Length => ChatFinishReason.Length,
        Sdk.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
        Sdk.ChatFinishReason.ToolCalls or Sdk.ChatFinishReason.FunctionCall => ChatFinishReason.ToolCalls,
        _ => ChatFinishReason.Stop,
    };

    private static UsageDetails UsageOf(Sdk.ChatTokenUsage usage) => new()
    {
        InputTokenCount = usage.InputTokenCount,
        OutputTokenCount = usage.OutputTokenCount,
        TotalTokenCount = usage.TotalTokenCount,
        CachedInputTokenCount = usage.InputTokenDetails?.CachedTokenCount,
        ReasoningTokenCount = usage.OutputTokenDetails?.ReasoningTokenCount,
    };
}
