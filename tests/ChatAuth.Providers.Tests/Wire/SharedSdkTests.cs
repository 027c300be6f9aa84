using System.Text.RegularExpressions;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Providers.Anthropic;
using ChatAuth.Providers.OpenAI;
using ChatAuth.Providers.Wire;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Vendors;
using Microsoft.Extensions.AI;

namespace ChatAuth.Providers.Tests.Wire;

/// <summary>One client of an SDK makes the calls of all accounts, each with its own credential.</summary>
public sealed class SharedSdkTests : WireTest
{
    [Test]
    public async Task Request_outside_of_every_call_is_refused_before_a_byte_is_sent()
    {
        var refused = await Assert.ThrowsAsync<VendorException>(() => Socket.Client.GetAsync(new Uri(Vendor.BaseUrl, "/v1/models")));

        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.SendNotPermitted));
        Assert.That(Vendor.Connections, Is.Zero);
    }

    [TestCase("anthropic")]
    [TestCase("openai")]
    public async Task Call_ends_with_the_method_that_made_it(string provider)
    {
        var open = Opener(provider);

        var whole = open("sk-FAKE-1").GetResponseAsync("I am 1");
        var afterWhole = Socket.Call;
        await using var parts = open("sk-FAKE-2").GetStreamingResponseAsync("I am 2").GetAsyncEnumerator();
        var step = parts.MoveNextAsync();
        var afterStep = Socket.Call;

        Assert.That((afterWhole, afterStep), Is.EqualTo(((PinnedCall?)null, (PinnedCall?)null)));
        await whole;
        await step;
    }

    [TestCase("anthropic")]
    [TestCase("openai")]
    public void Client_that_is_everybodys_is_handed_to_nobody(string provider)
    {
        using var client = Opener(provider)("sk-FAKE-1");

        Assert.That(client.GetService<global::Anthropic.IAnthropicClient>(), Is.Null);
        Assert.That(client.GetService<global::OpenAI.Chat.ChatClient>(), Is.Null);
        Assert.That(client.GetService<IChatClient>(), Is.SameAs(client));
    }

    [TestCase("anthropic", false)]
    [TestCase("anthropic", true)]
    [TestCase("openai", false)]
    [TestCase("openai", true)]
    public async Task Calls_at_the_same_time_each_show_their_own_credential(string provider, bool stream)
    {
        var open = Opener(provider);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(() => AskAsync(open($"sk-FAKE-{number}"), $"I am {number}", stream))));

        Assert.That(Vendor.Requests, Has.Count.EqualTo(50));
        Assert.That(Vendor.Requests.Select(Said), Is.EqualTo(Vendor.Requests.Select(request => request.Credential!.Replace("sk-FAKE-", "I am "))));
    }

    [TestCase("anthropic")]
    [TestCase("openai")]
    public async Task Streams_that_one_method_reads_in_turn_each_show_their_own_credential(string provider)
    {
        var open = Opener(provider);
        await using var one = open("sk-FAKE-1").GetStreamingResponseAsync("I am 1").GetAsyncEnumerator();
        await using var two = open("sk-FAKE-2").GetStreamingResponseAsync("I am 2").GetAsyncEnumerator();

        while (await one.MoveNextAsync() | await two.MoveNextAsync())
        {
        }

        Assert.That(Vendor.Requests.Select(request => $"{request.Credential}: {Said(request)}"), Is.EqualTo(new[] { "sk-FAKE-1: I am 1", "sk-FAKE-2: I am 2" }));
    }

    private static string Said(FakeVendorRequest request) => Regex.Match(request.Body, @"I am \d+").Value;

    private static async Task AskAsync(IChatClient client, string prompt, bool stream)
    {
        if (stream) await client.GetStreamingResponseAsync(prompt).ToChatResponseAsync();
        else await client.GetResponseAsync(prompt);
    }

    /// <summary>Makes clients of one provider, as the session does: one for each call.</summary>
    private Func<string, IChatClient> Opener(string vendor)
    {
        var (id, isAnthropic) = (ProviderId.Parse(vendor), vendor == "anthropic");
        var endpoint = new ProviderEndpoint(id, isAnthropic ? Vendor.BaseUrl : new Uri(Vendor.BaseUrl, "/v1"), null);
        var settings = TestWorld.Default with { Catalog = new ModelCatalog([], ModelRef.Parse("demo/echo"), [], endpoints: [endpoint]) };
        IModelProvider provider = isAnthropic ? new AnthropicProvider(settings, Socket) : new OpenAIProvider(settings, Socket);
        return key =>
        {
            Secret.TryCreate(key, out var secret);
            var profile = Profiles.With($"{vendor}:{key[^1]}", new Credential.ApiKey(secret));
            return provider.CreateClient(new ModelRef(id, "fake-1"), profile, endpoint, SendPermit.For(profile, endpoint, Time));
        };
    }
}
