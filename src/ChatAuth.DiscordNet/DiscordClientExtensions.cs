using ChatAuth.Channels.Discord;
using Discord;
using Discord.Rest;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.DiscordNet;

/// <summary>Gives a client of Discord.Net the commands of ChatAuth.</summary>
public static class DiscordClientExtensions
{
    /// <summary>
    /// From now on <c>/model</c>, <c>/ask</c>, their completions and the buttons below them are answered; every other interaction is left to the bot. Calling it twice does nothing more.
    /// </summary>
    /// <param name="client">
    /// The bot's client: a <c>DiscordSocketClient</c> or <c>DiscordShardedClient</c> before it is started. Of a <c>DiscordRestClient</c>, whose interactions come to a web server of the
    /// bot's, hand each to <see cref="TryAnswerAsync"/>.
    /// </param>
    /// <param name="services">Services with <c>AddChatAuth</c> and <c>AddChatAuthDiscordNet</c>.</param>
    /// <exception cref="InvalidOperationException">These services serve another client already, or <c>AddChatAuthDiscordNet</c> is missing.</exception>
    public static TClient UseChatAuth<TClient>(this TClient client, IServiceProvider services)
        where TClient : class, IDiscordClient
    {
        services.GetRequiredService<DiscordNetBridge>().Serve(client);
        return client;
    }

    /// <summary>Registers the commands where they are missing or differ; the bot's other commands are never touched. A socket client does so by itself when it is ready.</summary>
    /// <param name="client">A client that is logged in.</param>
    /// <param name="services">As for <see cref="UseChatAuth{TClient}"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="Discord.Net.HttpException">Discord refused it.</exception>
    public static Task RegisterChatAuthAsync(this IDiscordClient client, IServiceProvider services, CancellationToken cancellationToken = default) =>
        CommandRegistration.RegisterAsync(client, services.GetRequiredService<DiscordNetOptions>(), cancellationToken);

    /// <summary>
    /// Answers an interaction that came over HTTP and that <c>ParseHttpInteractionAsync</c> has verified: where that throws, the response is a 401. ChatAuth needs neither guild nor channel, for which
    /// the library asks Discord first unless <c>APIOnRestInteractionCreation</c> is false or its last argument says so.
    /// </summary>
    /// <param name="intake">ChatAuth's own, a singleton among the services.</param>
    /// <param name="interaction">The interaction; null, as the library gives for what it does not know, is not ChatAuth's.</param>
    /// <returns>The body of the response, as JSON, within about a second; null where it is not ChatAuth's.</returns>
    public static async Task<string?> TryAnswerAsync(this DiscordIntake intake, RestInteraction? interaction)
    {
        ArgumentNullException.ThrowIfNull(intake);
        if (interaction is null) return null;
        return await intake.TryAnswerAsync(LibraryInteraction.Read(interaction, interaction.Channel)).ConfigureAwait(false) is { } body
            ? System.Text.Encoding.UTF8.GetString(body.Span)
            : null;
    }

    /// <summary>Whether ChatAuth answers an interaction, so that the bot's own handlers, such as an <c>InteractionService</c>, pass over it.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="services">As for <see cref="UseChatAuth{TClient}"/>.</param>
    public static bool IsForChatAuth(this IDiscordInteraction interaction, IServiceProvider services) =>
        services.GetRequiredService<DiscordIntake>().Serves(LibraryInteraction.Read(interaction, null));
}
