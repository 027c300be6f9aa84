using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Hosting;
using ChatAuth.Testing.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>What is particular about a stage.</summary>
internal sealed record TelegramStageOptions
{
    public FakeTelegramOptions Server { get; init; } = new() { FloodLimit = false };

    public TelegramChannelOptions Channel { get; init; } = new();

    public Func<ChatAuthSettings, ChatAuthSettings>? Configure { get; init; }

    public Func<TelegramSettings, TelegramSettings> Settings { get; init; } = settings => settings;

    /// <summary>What every process has beside.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>The token that the bot uses; null for the right one.</summary>
    public string? Token { get; init; }

    /// <summary>The first process is started at once.</summary>
    public bool Starts { get; init; } = true;
}
