using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatAuth.Channels.Conversations;

/// <summary>Registers what hosts ask whether messages arrive: each platform's by its name, and all of them together.</summary>
internal static class ReadinessServiceCollectionExtensions
{
    public static IServiceCollection AddReadiness(this IServiceCollection services, string platform)
    {
        services.TryAddKeyedSingleton(platform, (_, _) => new ChannelReadiness());
        return services.AddSingleton(provider => provider.ReadinessOf(platform));
    }

    public static ChannelReadiness ReadinessOf(this IServiceProvider provider, string platform) => provider.GetRequiredKeyedService<ChannelReadiness>(platform);
}
