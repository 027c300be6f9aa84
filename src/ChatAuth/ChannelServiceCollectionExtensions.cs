using ChatAuth.Channels.Discord;
using ChatAuth.Channels.Telegram;
using ChatAuth.Configuration;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth;

/// <summary>The front door for a program that serves every chat platform that is configured.</summary>
public static class ChannelServiceCollectionExtensions
{
    private const string Nothing =
        "no chat platform is configured: for Telegram set CHATAUTH__TELEGRAM__TOKEN or Telegram:TokenFile; "
        + "for Discord set CHATAUTH__DISCORD__TOKEN or Discord:TokenFile, with Discord:ApplicationId and Discord:PublicKey";

    /// <summary>Adds the bots that the sections <c>Telegram</c> and <c>Discord</c> describe; of a platform without configuration, nothing.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The host's configuration, as for <see cref="ChatAuthServiceCollectionExtensions.AddChatAuth"/>.</param>
    /// <exception cref="ChatAuthException">
    /// <see cref="ErrorCode.ConfigurationInvalid"/>: no platform is configured, or one only in part. <see cref="ErrorCode.SignatureUnavailable"/>: this machine cannot verify Discord's.
    /// </exception>
    public static IServiceCollection AddChatAuthChannels(this IServiceCollection services, IConfiguration? configuration = null)
    {
        var (loaded, environment) = (ChatAuthConfiguration.Load(configuration, null), ProcessEnvironment.Current);
        var (telegram, discord) = (TelegramReader.IsMeant(loaded.Options.Telegram, environment), DiscordReader.IsMeant(loaded.Options.Discord, environment));
        if (!telegram && !discord) throw new ChatAuthException(ErrorCode.ConfigurationInvalid, Nothing);
        if (telegram) services.AddChatAuthTelegram(TelegramReader.Read(loaded, environment));
        if (discord) services.AddChatAuthDiscord(DiscordReader.Read(loaded, environment));
        return services;
    }
}
