using ChatAuth.Core.Hosting;
using ChatAuth.Testing.Contracts.Channels;
using ChatAuth.Testing.Contracts.Channels.Telegram;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>Telegram, from the socket to the stores and back.</summary>
internal sealed class TelegramChannelContractTests : ChatChannelContract
{
    protected override async Task<ChannelDriver> StartAsync(Func<ChatAuthSettings, ChatAuthSettings> configure) =>
        new TelegramDriver(await TelegramStage.StartAsync(new TelegramStageOptions { Configure = configure }));
}
