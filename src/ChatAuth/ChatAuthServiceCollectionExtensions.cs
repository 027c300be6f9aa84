using ChatAuth.Configuration;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Providers.Anthropic;
using ChatAuth.Providers.Demo;
using ChatAuth.Providers.OAuth;
using ChatAuth.Providers.OpenAI;
using ChatAuth.Storage.Files;
using ChatAuth.Storage.Imports;
using ChatAuth.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatAuth;

/// <summary>The front door.</summary>
public static class ChatAuthServiceCollectionExtensions
{
    /// <summary>Adds ChatAuth: the file store of credentials, the SQLite session database and the providers. What the host added before wins.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">
    /// The host's configuration; its section <c>ChatAuth</c> overlays the shipped default. Null takes the default, the state directory's
    /// <c>chatauth.json</c> and the environment only.
    /// </param>
    /// <exception cref="Core.Errors.ChatAuthException">The configuration is not valid; every problem is named at once.</exception>
    public static IServiceCollection AddChatAuth(this IServiceCollection services, IConfiguration? configuration = null)
    {
        var loaded = ChatAuthConfiguration.Load(configuration, null);
        var process = ProcessEnvironment.Current;
        services.AddChatAuthAnthropic().AddChatAuthOpenAI().AddChatAuthDemoProvider();
        services.AddChatAuthOAuth().AddChatAuthAccountIdentities().AddChatAuthImports(ImportPlaces.Of(process.Home, process.Variables));
        services.TryAddSingleton(provider => new StateFileEditor(configuration, null, process, provider.GetRequiredService<TimeProvider>()));
        return services.Add(loaded, new StateDirectory(loaded.StateDirectory));
    }

    /// <summary>
    /// Adds the demonstration instead: it works on <c>&lt;state&gt;/demo</c>, never on the real store, with built-in profiles in every state, and
    /// <c>demo/echo</c> answers for every provider, each reply marked <c>[demo]</c>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The host's configuration, as for <see cref="AddChatAuth"/>.</param>
    /// <exception cref="Core.Errors.ChatAuthException">The configuration is not valid; every problem is named at once.</exception>
    public static IServiceCollection AddChatAuthDemo(this IServiceCollection services, IConfiguration? configuration = null)
    {
        var loaded = ChatAuthConfiguration.Load(configuration, null);
        services.AddChatAuthDemoInstallation();
        services.TryAddSingleton(_ => IEnvironmentKeys.None);
        var settings = DemoSettings.Of(loaded.Settings) with { HostCommandPrefix = DemoCommands.Prefix(loaded.StateDirectory, ProcessEnvironment.Current) };
        return services.Add(
            loaded with { Settings = settings }, new StateDirectory(Path.Join(loaded.StateDirectory, "demo")));
    }

    private static IServiceCollection Add(this IServiceCollection services, ChatAuthConfiguration loaded, StateDirectory state)
    {
        // By a function, as the state directory below: for instances the container emits code.
        services.TryAddSingleton(_ => loaded.Settings);
        return services
            .AddChatAuthFiles(state.Location, loaded.Options.Storage.AllowGroupReadable)
            .AddChatAuthSqlite(state.Database)
            .AddChatAuthCore();
    }
}
