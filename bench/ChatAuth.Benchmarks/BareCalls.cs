using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Anthropic.Core;
using ChatAuth.Providers.OpenAI;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace ChatAuth.Benchmarks;

/// <summary>The anchor: the vendor's SDK as its page shows it, one client for all calls.</summary>
internal sealed class BareCalls : ICalls, IDisposable
{
    private readonly IChatClient? _client;
    private readonly ChatClient? _openAI;

    /// <param name="isAnthropic">Else OpenAI's.</param>
    /// <param name="asChatClient">OpenAI's behind our adapter, which hands on what <c>IChatClient</c> does, as Anthropic's own does.</param>
    /// <param name="socket">What it sends with.</param>
    /// <param name="endpoint">Where the vendor is; null is the vendor's own address.</param>
    public BareCalls(bool isAnthropic, bool asChatClient, HttpMessageHandler socket, Uri? endpoint)
    {
        var http = new HttpClient(socket);
        if (isAnthropic)
        {
            var options = new ClientOptions { ApiKey = ChatAuthCalls.Key, HttpClient = http, BaseUrl = endpoint?.AbsoluteUri.TrimEnd('/') ?? "https://api.anthropic.com" };
            _client = new AnthropicClient(options).AsIChatClient("claude-opus-4-5", 8192);
            return;
        }
        _openAI = new ChatClient("gpt-5.2", new ApiKeyCredential(ChatAuthCalls.Key), new OpenAIClientOptions
        {
            Transport = new HttpClientPipelineTransport(http), Endpoint = endpoint is null ? new Uri("https://api.openai.com/v1") : new Uri(endpoint, "/v1"),
        });
        if (asChatClient) _client = new OpenAIChatClient(_openAI, new OpenAIDialect(isCompatible: false), "gpt-5.2");
    }

    public async Task<int> AskAsync(string text)
    {
        if (_client is not null) return (await _client.GetResponseAsync(text)).Text.Length;
        ChatCompletion answer = await _openAI!.CompleteChatAsync(text);
        return answer.Content[0].Text.Length;
    }

    public void Dispose() => _client?.Dispose();

    public async Task<int> StreamAsync(string text)
    {
        var length = 0;
        if (_client is not null)
        {
            await foreach (var part in _client.GetStreamingResponseAsync(text)) length += part.Text.Length;
            return length;
        }
        await foreach (var part in _openAI!.CompleteChatStreamingAsync(text))
        {
            foreach (var content in part.ContentUpdate) length += content.Text.Length;
        }
        return length;
    }
}
