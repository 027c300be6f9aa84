using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Providers.Demo;
using Microsoft.Extensions.AI;

namespace ChatAuth.Providers.Tests.Demo;

public sealed class DemoProviderTests
{
    private static readonly AuthProfile Profile = Profiles.With("anthropic:work", new Credential.ApiKey(null));

    [Test]
    public void Serves_only_demo_beside_real_providers()
    {
        var provider = new DemoProvider(servesEverybody: false);

        Assert.That(provider.Serves(ProviderId.Parse("demo")), Is.True);
        Assert.That(provider.Serves(ProviderId.Parse("anthropic")), Is.False);
    }

    [Test]
    public void Serves_everybody_in_the_demonstration() =>
        Assert.That(new DemoProvider(servesEverybody: true).Serves(ProviderId.Parse("anthropic")), Is.True);

    [TestCase(true, "[demo] anthropic/opus with anthropic:work heard: hello")]
    [TestCase(false, "anthropic/opus with anthropic:work heard: hello")]
    public async Task Answer_names_the_model_and_profile_that_it_was_handed(bool demonstration, string expected)
    {
        using var client = new DemoProvider(demonstration).CreateClient(ModelRef.Parse("anthropic/opus"), Profile, null, SendPermit.For(Profile, null, TimeProvider.System));

        var response = await client.GetResponseAsync([new ChatMessage(ChatRole.User, "first"), new ChatMessage(ChatRole.User, "hello")]);

        Assert.That(response.Text, Is.EqualTo(expected));
    }

    [Test]
    public async Task Long_question_is_echoed_in_part()
    {
        using var client = new DemoProvider(true).CreateClient(ModelRef.Parse("demo/echo"), Profile, null, SendPermit.For(Profile, null, TimeProvider.System));

        var response = await client.GetResponseAsync(new string('x', 1_000_000));

        Assert.That(response.Text, Has.Length.LessThan(3_000));
    }

    [Test]
    public async Task Cancellation_stops_the_answer()
    {
        using var client = new DemoProvider(true).CreateClient(ModelRef.Parse("demo/echo"), Profile, null, SendPermit.For(Profile, null, TimeProvider.System));

        await Assert.ThatAsync(() => client.GetResponseAsync("hello", cancellationToken: new CancellationToken(true)), Throws.InstanceOf<OperationCanceledException>());
    }
}
