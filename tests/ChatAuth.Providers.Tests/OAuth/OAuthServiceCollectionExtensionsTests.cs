using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Providers.OAuth;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Providers.Tests.OAuth;

internal sealed class OAuthServiceCollectionExtensionsTests
{
    [Test]
    public void Sign_in_and_token_endpoint_are_there_without_an_identity()
    {
        using var services = new ServiceCollection().AddSingleton<IIdFactory, CountingIds>().AddChatAuthOAuth().BuildServiceProvider();

        Assert.That(services.GetRequiredService<SignIn>(), Is.Not.Null);
        Assert.That(services.GetRequiredService<ITokenEndpoint>(), Is.InstanceOf<HttpTokenEndpoint>());
    }
}
