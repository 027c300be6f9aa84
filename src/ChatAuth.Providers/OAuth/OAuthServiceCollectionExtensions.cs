using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatAuth.Providers.OAuth;

/// <summary>Adds what talks to issuers.</summary>
public static class OAuthServiceCollectionExtensions
{
    /// <summary>Adds the token endpoint over HTTP and <see cref="SignIn"/>. It needs <c>AddChatAuthCore</c>; accounts are asked of the <see cref="IAccountIdentity"/> that are there.</summary>
    public static IServiceCollection AddChatAuthOAuth(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ITokenEndpoint>(provider => new HttpTokenEndpoint(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new SignIn(
            provider.GetRequiredService<ITokenEndpoint>(),
            provider.GetServices<IAccountIdentity>(),
            provider.GetRequiredService<IIdFactory>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
