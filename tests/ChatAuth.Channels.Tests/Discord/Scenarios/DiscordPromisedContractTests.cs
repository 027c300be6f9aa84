using ChatAuth.Core.Hosting;
using ChatAuth.Testing.Contracts.Channels;
using ChatAuth.Testing.Contracts.Channels.Discord;

namespace ChatAuth.Channels.Tests.Discord.Scenarios;

/// <summary>Discord on a machine so slow that every answer is promised first, and edited in.</summary>
internal sealed class DiscordPromisedContractTests : ChatChannelContract
{
    protected override async Task<ChannelDriver> StartAsync(Func<ChatAuthSettings, ChatAuthSettings> configure) =>
        new DiscordDriver(await DiscordHttpStage.StartAsync(configure, isSlow: true));
}
