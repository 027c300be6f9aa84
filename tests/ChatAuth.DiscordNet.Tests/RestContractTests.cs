using ChatAuth.Core.Hosting;
using ChatAuth.Testing.Contracts.Channels;
using ChatAuth.Testing.Contracts.Channels.Discord;

namespace ChatAuth.DiscordNet.Tests;

/// <summary>Discord through a client of Discord.Net without a socket, from the bot's own web server to the stores and back.</summary>
internal sealed class RestContractTests : ChatChannelContract
{
    protected override async Task<ChannelDriver> StartAsync(Func<ChatAuthSettings, ChatAuthSettings> configure) =>
        new DiscordDriver(await RestStage.StartAsync(configure, bridge => bridge.IsOnlyBot = true));
}
