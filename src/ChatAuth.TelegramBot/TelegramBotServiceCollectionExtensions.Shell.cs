using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.TelegramBot;

/// <summary>Stands in where the bridge was built without Telegram.Bot: whoever uses it is told how to build it.</summary>
public static class TelegramBotServiceCollectionExtensions
{
    private const string Why = $"ChatAuth.TelegramBot was built without Telegram.Bot. {ChatSdks.Remedy}";

    /// <summary>Does not compile: see the error.</summary>
    /// <param name="services">The services.</param>
    [Obsolete(Why, error: true, DiagnosticId = ChatSdks.Missing)]
    public static IServiceCollection AddChatAuthTelegramBot(this IServiceCollection services) => throw new NotSupportedException(Why);

    /// <inheritdoc cref="AddChatAuthTelegramBot(IServiceCollection)"/>
    [Obsolete(Why, error: true, DiagnosticId = ChatSdks.Missing)]
    public static IServiceCollection AddChatAuthTelegramBot(this IServiceCollection services, Action<dynamic> configure) => throw new NotSupportedException(Why);

    /// <summary>Does not compile: see the error.</summary>
    /// <param name="client">Any client.</param>
    /// <param name="update">Any update.</param>
    /// <param name="services">The services.</param>
    /// <param name="cancellationToken">Any.</param>
    [Obsolete(Why, error: true, DiagnosticId = ChatSdks.Missing)]
    public static Task<bool> TryHandleAsync(this object client, object update, IServiceProvider services, CancellationToken cancellationToken = default) => throw new NotSupportedException(Why);

    /// <summary>Does not compile: see the error.</summary>
    /// <param name="client">Any client.</param>
    /// <param name="services">The services.</param>
    /// <param name="cancellationToken">Any.</param>
    [Obsolete(Why, error: true, DiagnosticId = ChatSdks.Missing)]
    public static Task RegisterChatAuthAsync(this object client, IServiceProvider services, CancellationToken cancellationToken = default) => throw new NotSupportedException(Why);

    /// <summary>Does not compile: see the error.</summary>
    /// <param name="message">Any message.</param>
    /// <param name="bot">The bot.</param>
    [Obsolete(Why, error: true, DiagnosticId = ChatSdks.Missing)]
    public static object ToCommandContext(this object message, object bot) => throw new NotSupportedException(Why);
}
