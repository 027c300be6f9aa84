using System.Reflection;
using ChatAuth.Core.Models;
using ChatAuth.Providers.OpenAI;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Providers.Tests.OpenAI;

public sealed class OpenAIProviderTests : OpenAITest
{
    private const int Turns = 1_000;

    [TestCase("openai", null, null, true)]
    [TestCase("openai", "https://proxy.example/v1", null, true)]
    [TestCase("openai", null, "openai-completions", true)]
    [TestCase("openai", null, "anthropic-messages", false)]
    [TestCase("ollama", "http://127.0.0.1:11434/v1", "openai-completions", true)]
    [TestCase("ollama", "http://127.0.0.1:11434/v1", null, false)]
    [TestCase("ollama", "http://127.0.0.1:11434/v1", "anthropic-messages", false)]
    [TestCase("ollama", null, "openai-completions", false)]
    [TestCase("anthropic", null, null, false)]
    public void Serves_what_speaks_chat_completions_at_a_known_address(string name, string? address, string? api, bool expected)
    {
        var provider = ProviderId.Parse(name);
        var endpoint = new ProviderEndpoint(provider, address is null ? null : new Uri(address), api);
        var catalog = new ModelCatalog([], ModelRef.Parse("demo/echo"), [], endpoints: [endpoint]);

        var serves = new OpenAIProvider(TestWorld.Default with { Catalog = catalog }, Socket).Serves(provider);

        Assert.That(serves, Is.EqualTo(expected));
    }

    [Test]
    public void Openai_is_served_without_any_configuration() =>
        Assert.That(new OpenAIProvider(TestWorld.Default, Socket).Serves(ProviderId.Parse("openai")), Is.True);

    /// <summary>Whoever only asks what is served loads nothing of the vendor's client.</summary>
    [Test]
    public void Provider_itself_names_no_type_of_the_sdk()
    {
        const BindingFlags Every = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var named = typeof(OpenAIProvider).GetMethods(Every)
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType)
                .Append(method.ReturnType).Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []))
            .Concat(typeof(OpenAIProvider).GetFields(Every).Select(field => field.FieldType));

        Assert.That(named.Select(type => type.Assembly.GetName().Name), Has.None.EqualTo("OpenAI").And.None.EqualTo("System.ClientModel"));
    }

    [Test]
    public async Task Providers_of_different_origins_never_mix_credentials()
    {
        await using var other = FakeVendor.Start();
        var random = new Random(6);
        var turns = Enumerable.Range(0, Turns).Select(_ => random.Next(2) == 0).ToArray();

        await Parallel.ForEachAsync(turns, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (first, stop) =>
        {
            using var client = first ? Client("ollama", Vendor, "sk-FAKE-first") : Client("openrouter", other, "sk-FAKE-second");
            await client.GetResponseAsync(Hello, null, stop);
        });

        Assert.That((Vendor.Shown("sk-FAKE-first"), Vendor.Requests.Count), Is.EqualTo((turns.Count(first => first), turns.Count(first => first))));
        Assert.That((other.Shown("sk-FAKE-second"), other.Requests.Count), Is.EqualTo((turns.Count(first => !first), turns.Count(first => !first))));
    }
}
