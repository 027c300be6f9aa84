using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Hosting;
using ChatAuth.Providers.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Providers.Diagnostics;

/// <summary>Registers what the doctor looks at beyond this machine.</summary>
public static class CheckServiceCollectionExtensions
{
    /// <summary>Adds the check whether the configured endpoints answer, which is run on request only.</summary>
    /// <param name="services">The services; ChatAuth itself is added by <c>AddChatAuth</c>.</param>
    public static IServiceCollection AddChatAuthEndpointCheck(this IServiceCollection services) => services.AddSingleton<ICheck>(provider => new EndpointsCheck(
        provider.GetRequiredService<ChatAuthSettings>(),
        DirectSocket.Open,
        provider.GetRequiredService<TimeProvider>()));
}
