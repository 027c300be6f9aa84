using ChatAuth.Core.Hosting;
using ChatAuth.Testing.Contracts.Channels;
using ChatAuth.Testing.Contracts.Channels.Telegram;

namespace ChatAuth.TelegramBot.Tests;

/// <summary>Telegram through a client of Telegram.Bot, from its polling to the stores and back.</summary>
internal sealed class TelegramBotContractTests : ChatChannelContract
{
    protected override async Task<ChannelDriver> StartAsync(Func<ChatAuthSettings, ChatAuthSettings> configure) =>
        new TelegramDriver(await LibraryStage.StartAsync(configure, bridge => bridge.IsOnlyBot = true));
}
