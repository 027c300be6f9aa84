using System.Text.Json.Serialization;

namespace ChatAuth.Channels.Telegram;

/// <summary>
/// An update as Telegram sends it: only what is read of it. What is false or zero may be absent, because client libraries leave it out when they
/// write an update down again.
/// </summary>
internal sealed partial record TelegramUpdate
{
    public long? UpdateId { get; init; }

    public IncomingMessage? Message { get; init; }

    public IncomingMessage? EditedMessage { get; init; }

    public IncomingMessage? ChannelPost { get; init; }

    public IncomingMessage? EditedChannelPost { get; init; }

    public Tap? CallbackQuery { get; init; }

    /// <summary>An update of which nothing but its number can be read.</summary>
    internal sealed record Number
    {
        public long? UpdateId { get; init; }
    }

    internal sealed record User
    {
        public required long Id { get; init; }

        public bool IsBot { get; init; }

        public string? Username { get; init; }

        public bool CanReadAllGroupMessages { get; init; }
    }

    internal sealed record Chat
    {
        public required long Id { get; init; }

        public required string Type { get; init; }

        /// <summary>The letters to a channel: every topic in it is another person's.</summary>
        public bool IsDirectMessages { get; init; }
    }

    /// <summary>A marked span of a text, in UTF-16 units.</summary>
    internal sealed record Entity
    {
        public required string Type { get; init; }

        public long Offset { get; init; }

        public long Length { get; init; }

        public User? User { get; init; }

        public string? Url { get; init; }

        public string? Language { get; init; }
    }

    internal sealed record Tap
    {
        public required string Id { get; init; }

        public required User From { get; init; }

        public IncomingMessage? Message { get; init; }

        public string? Data { get; init; }
    }

    internal sealed record Quote
    {
        public required string Text { get; init; }
    }

    /// <summary>The message that another one answers.</summary>
    internal sealed record Answered
    {
        public required long MessageId { get; init; }

        public User? From { get; init; }

        [JsonConverter(typeof(TelegramPresence))]
        public bool ForumTopicCreated { get; init; }
    }
}
