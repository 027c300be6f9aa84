using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.DiscordNet;

/// <summary>Stands in where the bridge was built without Discord.Net: whoever uses it is told how to build it.</summary>
public static class DiscordNetServiceCollectionExtensions
{
    private const string Why = $"ChatAuth.DiscordNet was built without Discord.Net. {ChatSdks.Remedy}";

    /// <summary>Does not compile: see the error.</summary>
    /// <param name="services">The services.</param>
    [Obsolete(Why, error: true, DiagnosticId = ChatSdks.Missing)]
    public static IServiceCollection AddChatAuthDiscordNet(this IServiceCollection services) => throw new NotSupportedException(Why);

    /// <inheritdoc cref="AddChatAuthDiscordNet(IServiceCollection)"/>
    [Obsolete(Why, error: true, DiagnosticId = ChatSdks.Missing)]
    public static IServiceCollection AddChatAuthDiscordNet(this IServiceCollection services, Action<dynamic> configure) => throw new NotSupportedException(Why);

    /// <summary>Does not compile: see the error.</summary>
    /// <param name="client">Any client.</param>
    /// <param name="services">The services.</param>
    [Obsolete(Why, error: true, DiagnosticId = ChatSdks.Missing)]
    public static TClient UseChatAuth<TClient>(this TClient client, IServiceProvider services) => throw new NotSupportedException(Why);

    /// <summary>Does not compile: see the error.</summary>
    /// <param name="message">Any message.</param>
    /// <param name="applicationId">The application.</param>
    [Obsolete(Why, error: true, DiagnosticId = ChatSdks.Missing)]
    public static object ToCommandContext(this object message, ulong applicationId) => throw new NotSupportedException(Why);
}
