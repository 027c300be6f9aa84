using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Testing.Contracts.Channels.Telegram;

/// <summary>A Telegram of our own with our bot on it, however the bot is told of updates.</summary>
public interface ITelegramStage : IAsyncDisposable
{
    FakeTelegramServer Server { get; }

    TestWorld World { get; }

    /// <summary>Waits until the bot has dealt with all that happened.</summary>
    Task SettleAsync();

    /// <summary>Telegram tells once more of an update.</summary>
    Task TellAgainAsync(long updateId);
}
