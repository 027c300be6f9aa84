using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Testing.Contracts.Channels.Discord;

/// <summary>A Discord of our own with our bot in a guild of it, however the bot hears of interactions.</summary>
public interface IDiscordStage : IAsyncDisposable
{
    FakeDiscordServer Server { get; }

    FakeDiscordGuild Guild { get; }

    TestWorld World { get; }

    /// <summary>Waits until all is said that was promised.</summary>
    Task SettleAsync();

    /// <summary>Discord tells once more of something, to the same bot and to one that has forgotten what came before, as after a restart.</summary>
    Task TellAgainAsync(FakeDiscordInteraction interaction);
}
