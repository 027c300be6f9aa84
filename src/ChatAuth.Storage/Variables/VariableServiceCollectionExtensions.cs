using ChatAuth.Core.Credentials;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Storage.Variables;

/// <summary>Registers how the keys of the environment are read.</summary>
public static class VariableServiceCollectionExtensions
{
    /// <summary>
    /// For a program that takes no messages, beside <c>AddChatAuthFiles</c>: whoever first wants the keys of the environment waits for the login shell,
    /// where the operator asks for it. Without it, only a host that starts its hosted services asks, while it starts.
    /// </summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddChatAuthPatientEnvironment(this IServiceCollection services) => services.AddSingleton<IEnvironmentKeys>(provider =>
    {
        var keys = provider.GetRequiredService<EnvironmentKeys>();
        keys.AskShell();
        return keys;
    });
}
