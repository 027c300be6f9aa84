namespace ChatAuth.Testing.Discord;

/// <summary>How a <see cref="FakeDiscordServer"/> behaves. The defaults are Discord's.</summary>
public sealed record FakeDiscordOptions
{
    /// <summary>Ids, signatures, the dates of answers, the life of tokens and the rate limits follow it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether too many requests are refused. Load tests turn it off.</summary>
    public bool RateLimits { get; init; } = true;

    /// <summary>How many 401, 403 and 429 in ten minutes shut the address out.</summary>
    public int InvalidRequestLimit { get; init; } = FakeDiscordLimits.InvalidRequests;

    /// <summary>How long an interaction waits for its answer, by the real clock.</summary>
    public TimeSpan ResponseWindow { get; init; } = FakeDiscordLimits.ResponseWindow;

    /// <summary>How the application can be installed: 0 in guilds, 1 by users.</summary>
    public IReadOnlyList<int> IntegrationTypes { get; init; } = [0, 1];

    public string ApplicationId { get; init; } = "1100000000000000001";

    /// <summary>
    /// Fields that Discord does not know and overlooks are no defects in what the bot itself sends, as client libraries do. Answers to interactions stay judged by the letter.
    /// </summary>
    public bool OverlooksUnknownFields { get; init; }

    /// <summary>Among how many sockets the application shall share out its guilds. All may be opened at once, as Discord lets large bots only.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>The bot's name.</summary>
    public string BotUsername { get; init; } = "chatauth-test";
}
