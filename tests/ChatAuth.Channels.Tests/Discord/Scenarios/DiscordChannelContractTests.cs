using ChatAuth.Core.Hosting;
using ChatAuth.Testing.Contracts.Channels;
using ChatAuth.Testing.Contracts.Channels.Discord;

namespace ChatAuth.Channels.Tests.Discord.Scenarios;

/// <summary>Discord, from the signed interaction to the stores and back.</summary>
internal sealed class DiscordChannelContractTests : ChatChannelContract
{
    protected override async Task<ChannelDriver> StartAsync(Func<ChatAuthSettings, ChatAuthSettings> configure) =>
        new DiscordDriver(await DiscordHttpStage.StartAsync(configure));
}
