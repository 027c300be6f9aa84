using ChatAuth.Core.Hosting;
using ChatAuth.Testing.Contracts.Channels;
using ChatAuth.Testing.Contracts.Channels.Discord;

namespace ChatAuth.DiscordNet.Tests;

/// <summary>Discord through a client of Discord.Net, from the socket to the stores and back.</summary>
internal sealed class DiscordNetContractTests : ChatChannelContract
{
    protected override async Task<ChannelDriver> StartAsync(Func<ChatAuthSettings, ChatAuthSettings> configure) =>
        new DiscordDriver(await SocketStage.StartAsync(configure, bridge => bridge.IsOnlyBot = true));
}
