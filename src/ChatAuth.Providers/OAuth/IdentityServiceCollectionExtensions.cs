using ChatAuth.Core.Credentials;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatAuth.Providers.OAuth;

/// <summary>Registers who knows whose account a token is.</summary>
public static class IdentityServiceCollectionExtensions
{
    /// <summary>Adds Anthropic, which is asked where <c>Auth:OAuth</c> names its address, and OpenAI, whose tokens say it themselves.</summary>
    public static IServiceCollection AddChatAuthAccountIdentities(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IAccountIdentity, AnthropicAccountIdentity>(),
            ServiceDescriptor.Singleton<IAccountIdentity, OpenAIAccountIdentity>(),
        ]);
        return services;
    }
}
