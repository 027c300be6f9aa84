using ChatAuth.Core.Chat;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Providers.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatAuth.Providers.Anthropic;

/// <summary>Adds Anthropic.</summary>
public static class AnthropicServiceCollectionExtensions
{
    /// <summary>Adds what calls Anthropic and every configured provider whose API is <c>anthropic-messages</c>. It needs <c>AddChatAuthCore</c> and a <see cref="ChatAuthSettings"/>.</summary>
    public static IServiceCollection AddChatAuthAnthropic(this IServiceCollection services)
    {
        services.AddVendorSocket();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IModelProvider, AnthropicProvider>(provider => new AnthropicProvider(
            provider.GetRequiredService<ChatAuthSettings>(), provider.GetRequiredService<VendorSocket>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IModelLister, AnthropicModelLister>(provider =>
            new AnthropicModelLister(provider.GetRequiredService<ChatAuthSettings>(), provider.GetRequiredService<VendorSocket>())));
        return services;
    }
}
