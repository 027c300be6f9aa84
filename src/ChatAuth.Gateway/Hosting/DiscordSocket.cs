using ChatAuth.Channels.Discord;
#if CHAT_SDKS
using ChatAuth.DiscordNet;
#else
using ChatAuth.Core.Errors;
#endif

namespace ChatAuth.Gateway.Hosting;

/// <summary>The socket to Discord, which a client library opens: a gateway that was built without one has none.</summary>
internal static class DiscordSocket
{
    /// <summary>Adds it where the bot on Discord wants it.</summary>
    /// <param name="services">The services, with the bots that are configured.</param>
    /// <exception cref="Core.Errors.ChatAuthException"><c>configuration-invalid</c>: it is wanted, and this gateway was built without.</exception>
    public static void AddTo(IServiceCollection services)
    {
        var settings = services.Select(service => service.ImplementationInstance).OfType<DiscordSettings>().FirstOrDefault();
        if (settings is not { Transport: DiscordTransport.Socket }) return;
#if CHAT_SDKS
        services.AddChatAuthDiscordSocket(settings);
#else
        throw new ChatAuthException(ErrorCode.ConfigurationInvalid, "Discord:Transport: socket needs a gateway that was built with -p:ChatSdks=true; without one, set it to http");
#endif
    }
}
