using ChatAuth.Core.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatAuth.Providers.Wire;

/// <summary>Adds the way to vendors.</summary>
internal static class WireServiceCollectionExtensions
{
    /// <summary>Adds the one socket of all providers.</summary>
    public static IServiceCollection AddVendorSocket(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new VendorSocket(provider.GetRequiredService<TimeProvider>())
        {
            Limits = new WireLimits { Head = provider.GetRequiredService<ChatAuthSettings>().VendorTimeout },
        });
        return services;
    }
}
