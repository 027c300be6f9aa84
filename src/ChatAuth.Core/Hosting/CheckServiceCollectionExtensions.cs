using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Diagnostics.Checks;
using ChatAuth.Core.Profiles;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Core.Hosting;

/// <summary>Registers what the doctor looks at, as far as it is decided here.</summary>
public static class CheckServiceCollectionExtensions
{
    /// <summary>Adds the checks of imports, credentials, orders, rules, aliases, lists of models and owners. None of them is run, and nothing is read, before the doctor asks.</summary>
    /// <param name="services">The services; ChatAuth itself is added by <c>AddChatAuth</c>.</param>
    /// <param name="listAgents">Lists the agents that have a store or could have one, the main agent first.</param>
    /// <param name="hasBot">Whether a bot is configured, which somebody should own.</param>
    /// <param name="findCommand">Finds a program on <c>PATH</c>; null where there is none that can be run.</param>
    public static IServiceCollection AddChatAuthCoreChecks(
        this IServiceCollection services, Func<IServiceProvider, IReadOnlyList<AgentId>> listAgents, Func<bool> hasBot, Func<string, string?> findCommand)
    {
        services.AddSingleton(provider => new StoredAgents(
            provider.GetRequiredService<ICredentialStore>(), provider.GetServices<IModelProvider>(), () => listAgents(provider), provider.GetService<IEnvironmentKeys>()));
        services.AddSingleton(provider => new SignIn(provider.GetServices<ICredentialSource>()));
        services.AddSingleton<ICheck>(provider => new ImportsCheck(
            cancellationToken => BorrowAsync(provider, cancellationToken), provider.GetRequiredService<StoredAgents>(), provider.GetRequiredService<ChatAuthSettings>()));
        services.AddSingleton<ICheck>(provider => new EnvironmentCheck(provider.GetService<IEnvironmentKeys>()));
        services.AddSingleton<ICheck>(provider => new CredentialsCheck(
            provider.GetRequiredService<StoredAgents>(), provider.GetRequiredService<RosterSource>, provider.GetRequiredService<ChatAuthSettings>(),
            provider.GetRequiredService<SignIn>(), cancellationToken => BorrowAsync(provider, cancellationToken), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICheck, RefreshCheck>();
        services.AddSingleton<ICheck, OrdersCheck>();
        services.AddSingleton<ICheck, RulesCheck>();
        services.AddSingleton<ICheck, AliasesCheck>();
        services.AddSingleton<ICheck, ListingsCheck>();
        services.AddSingleton<ICheck>(provider => new OwnerCheck(provider.GetRequiredService<IAccessStore>(), provider.GetRequiredService<ChatAuthSettings>(), hasBot));
        services.AddSingleton<ICheck>(provider => new ClaudeCommandCheck(
            provider.GetRequiredService<StoredAgents>(), provider.GetRequiredService<ChatAuthSettings>(), findCommand));
        return services;
    }

    private static async Task<IReadOnlyList<ImportOutcome>> BorrowAsync(IServiceProvider provider, CancellationToken cancellationToken) =>
        provider.GetService<ImportUpdater>() is { } updater ? await updater.UpdateAsync(addNew: true, cancellationToken).ConfigureAwait(false) : [];
}
