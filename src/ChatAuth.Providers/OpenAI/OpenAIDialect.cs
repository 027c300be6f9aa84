using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.AI;
using Sdk = OpenAI.Chat;

namespace ChatAuth.Providers.OpenAI;

/// <summary>How an endpoint wants to be asked.</summary>
/// <param name="isCompatible">It is not the vendor's own: it knows the older name of the limit of an answer, and perhaps only that.</param>
internal sealed class OpenAIDialect(bool isCompatible)
{
    /// <exception cref="VendorException"><see cref="ErrorCode.RequestRefused"/>: tools are asked for, and none are sent.</exception>
    public Sdk.ChatCompletionOptions? OptionsOf(ChatOptions? options)
    {
        if (options is null) return null;
        var settings = new Sdk.ChatCompletionOptions();
        if (options.Tools is { Count: > 0 }) throw new VendorException(ErrorCode.RequestRefused, null);
        settings.Temperature = options.Temperature;
        settings.TopP = options.TopP;
        settings.FrequencyPenalty = options.FrequencyPenalty;
        settings.PresencePenalty = options.PresencePenalty;
        foreach (var stop in options.StopSequences ?? []) settings.StopSequences.Add(stop);
        if (options.ResponseFormat is ChatResponseFormatJson) settings.ResponseFormat = Sdk.ChatResponseFormat.CreateJsonObjectFormat();
        if (options.MaxOutputTokens is not { } limit) return settings;
#pragma warning disable SCME0001 // The vendor's client has no other way to name a field that it does not know; the package's version is pinned.
        if (isCompatible) settings.Patch.Set("$.max_tokens"u8, limit);
#pragma warning restore SCME0001
        else settings.MaxOutputTokenCount = limit;
        return settings;
    }
}
