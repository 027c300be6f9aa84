using System.Collections.Concurrent;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Providers.OpenAI;
using ChatAuth.Providers.Wire;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Vendors;
using Microsoft.Extensions.AI;

namespace ChatAuth.Providers.Tests.OpenAI;

/// <summary>Messages on their way to a vendor that speaks Chat Completions.</summary>
public abstract class OpenAITest
{
    internal const string Key = "sk-FAKE-openai-work";

    internal static readonly ChatMessage[] Hello = [new(ChatRole.User, "hello")];

    private readonly ConcurrentBag<IDisposable> _opened = [];

    internal FakeVendor Vendor { get; private set; } = null!;

    internal FakeTime Time { get; private set; } = null!;

    internal VendorSocket Socket { get; private set; } = null!;

    [SetUp]
    public void OpenSocket()
    {
        Vendor = FakeVendor.Start();
        Time = new FakeTime();
        Socket = new VendorSocket(Time) { Limits = new WireLimits { Answer = 4 * 1024 * 1024 } };
    }

    [TearDown]
    public async Task CloseSocket()
    {
        foreach (var client in _opened) client.Dispose();
        _opened.Clear();
        Socket.Dispose();
        await Vendor.DisposeAsync();
    }

    /// <summary>A client of a provider whose endpoint is configured.</summary>
    internal IChatClient Client(string provider = "ollama", FakeVendor? vendor = null, string key = Key)
    {
        var endpoint = new ProviderEndpoint(ProviderId.Parse(provider), new Uri((vendor ?? Vendor).BaseUrl, "/v1"), OpenAIProvider.Api);
        var settings = TestWorld.Default with { Catalog = new ModelCatalog([], ModelRef.Parse("demo/echo"), [], endpoints: [endpoint]) };
        var profile = Profile(provider, key);
        var client = new OpenAIProvider(settings, Socket).CreateClient(
            new ModelRef(endpoint.Provider, "qwen3:8b"), profile, endpoint, SendPermit.For(profile, endpoint, Time));
        _opened.Add(client);
        return client;
    }

    internal static AuthProfile Profile(string provider, string key)
    {
        Secret.TryCreate(key, out var secret);
        return Profiles.With($"{provider}:work", new Credential.ApiKey(secret));
    }

    /// <summary>Asks, and expects it to fail.</summary>
    internal async Task<VendorException> Fail(VendorDeed deed, bool stream)
    {
        Vendor.Next(deed);
        var client = Client();
        return (await Assert.ThrowsAsync<VendorException>(() => stream
            ? client.GetStreamingResponseAsync(Hello).ToChatResponseAsync()
            : client.GetResponseAsync(Hello)))!;
    }
}
