using ChatAuth.Core;
using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Providers.Anthropic;
using ChatAuth.Providers.OpenAI;
using ChatAuth.Providers.Wire;
using ChatAuth.Storage.Sqlite;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Benchmarks;

/// <summary>The same through ChatAuth, with an API key, in conversations that have been going on: each call is the next message of another one.</summary>
internal sealed class ChatAuthCalls : ICalls, IDisposable
{
    public const string Key = "sk-ant-api03-FAKE-bench";

    public const int Conversations = 2000;

    private readonly ServiceProvider _services;
    private readonly IChatAuth _chatAuth;
    private readonly SessionKey[] _conversations;
    private int _messages;

    /// <param name="isAnthropic">Else OpenAI's.</param>
    /// <param name="socket">What stands in the socket's place; null is the socket.</param>
    /// <param name="endpoint">Where the vendor is; null is the vendor's own address.</param>
    /// <param name="database">The session database; null keeps everything in memory.</param>
    public ChatAuthCalls(bool isAnthropic, HttpMessageHandler? socket, Uri? endpoint, string? database = null)
    {
        var provider = ProviderId.Parse(isAnthropic ? "anthropic" : "openai");
        var address = endpoint is null ? null : isAnthropic ? endpoint : new Uri(endpoint, "/v1");
        var services = new ServiceCollection()
            .AddSingleton(new ChatAuthSettings
            {
                Catalog = new ModelCatalog(
                    Sample.Catalog.Models, isAnthropic ? Sample.Opus : ModelRef.Parse("openai/gpt-5.2"), [], endpoints: [new ProviderEndpoint(provider, address, null)]),
            })
            .AddSingleton(new Fingerprints(new byte[32]))
            .AddSingleton<ICredentialStore>(new FixedCredentials(
                new StoredCredential(ProfileId.Parse($"{provider}:work"), provider, new Credential.ApiKey(Secret.TryCreate(Key, out var key) ? key : null))
                {
                    Origin = EndpointOrigin.Of(provider, address),
                }));
        if (socket is not null) services.AddSingleton(new VendorSocket(TimeProvider.System, () => socket));
        if (database is not null) services.AddChatAuthSqlite(database);
        _services = services.AddChatAuthInMemory().AddChatAuthCore().AddChatAuthAnthropic().AddChatAuthOpenAI().BuildServiceProvider();
        _chatAuth = _services.GetRequiredService<IChatAuth>();
        _conversations = [.. Enumerable.Range(0, database is null ? Conversations : 20).Select(i => SessionKey.Terminal($"c{i}"))];
    }

    public async Task<int> AskAsync(string text) => await _chatAuth.AskAsync(Next(), [new ChatMessage(ChatRole.User, text)]) switch
    {
        AskResult.Answer answer => answer.Response.Text.Length,
        AskResult.Refused { Reply: CommandReply.Failed failed } => throw new InvalidOperationException($"Refused: {failed.Code.Id}"),
        _ => throw new InvalidOperationException("Refused."),
    };

    public async Task<int> StreamAsync(string text)
    {
        var length = 0;
        await foreach (var update in _chatAuth.AskStreamingAsync(Next(), [new ChatMessage(ChatRole.User, text)]))
        {
            if (update is AskUpdate.Part part) length += part.Update.Text.Length;
        }
        return length;
    }

    public void Dispose() => _services.Dispose();

    private CommandContext Next()
    {
        var number = _messages++;
        return new CommandContext
        {
            Asker = new Asker(Person.Operator, _conversations[number % _conversations.Length], IsPrivate: true, IsOperator: true),
            Cause = new ChangeCause($"bench:{number}"),
        };
    }
}
