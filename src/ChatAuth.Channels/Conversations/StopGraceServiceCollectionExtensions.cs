using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ChatAuth.Channels.Conversations;

/// <summary>Registers the one grace of all platforms.</summary>
internal static class StopGraceServiceCollectionExtensions
{
    public static IServiceCollection AddStopGrace(this IServiceCollection services)
    {
        services.TryAddSingleton<StopGrace>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StopGrace>(provider => provider.GetRequiredService<StopGrace>()));
        return services;
    }
}
