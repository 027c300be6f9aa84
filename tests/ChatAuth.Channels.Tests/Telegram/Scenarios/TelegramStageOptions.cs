using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>What is particular about a stage.</summary>
internal sealed record TelegramStageOptions
{
    public FakeTelegramOptions Server { get; init; } = new() { FloodLimit = false };

    public TelegramChannelOptions Channel { get; init; } = new();

    /// <summary>Every account may be pinned in groups.</summary>
    public Func<ChatAuthSettings, ChatAuthSettings> Configure { get; init; } = settings => settings with
    {
        Profiles = new[] { "anthropic:work", "anthropic:spare", "openai:team" }.Select(ProfileId.Parse).ToDictionary(
            id => id, id => new ProfileSettings(id, null, null, null, new ProfileAudience(null, null, true))),
    };

    public Func<TelegramSettings, TelegramSettings> Settings { get; init; } = settings => settings;

    /// <summary>What the first process has beside.</summary>
    public Action<IServiceCollection, FakeTelegramServer>? Services { get; init; }

    /// <summary>The token that the bot uses; null for the right one.</summary>
    public string? Token { get; init; }

    /// <summary>The first process is started at once.</summary>
    public bool Starts { get; init; } = true;
}
