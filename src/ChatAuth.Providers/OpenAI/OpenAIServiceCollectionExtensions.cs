using ChatAuth.Core.Chat;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Providers.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatAuth.Providers.OpenAI;

/// <summary>Registers OpenAI and what is compatible with it.</summary>
public static class OpenAIServiceCollectionExtensions
{
    /// <summary>Adds OpenAI, and every configured provider with a base address and <c>openai-completions</c> as its kind of API.</summary>
    public static IServiceCollection AddChatAuthOpenAI(this IServiceCollection services)
    {
        services.AddVendorSocket();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IModelProvider, OpenAIProvider>(provider =>
            new OpenAIProvider(provider.GetRequiredService<ChatAuthSettings>(), provider.GetRequiredService<VendorSocket>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IModelLister, OpenAIModelLister>(provider =>
            new OpenAIModelLister(provider.GetRequiredService<ChatAuthSettings>(), provider.GetRequiredService<VendorSocket>())));
        return services;
    }
}
