using System.Text.Json.Serialization;

namespace ChatAuth.Channels.Telegram;

internal sealed partial record TelegramUpdate
{
    internal sealed record IncomingMessage
    {
        public required long MessageId { get; init; }

        public long? MessageThreadId { get; init; }

        /// <summary>The thread is a topic, and not only a chain of replies.</summary>
        public bool IsTopicMessage { get; init; }

        public required Chat Chat { get; init; }

        /// <summary>Unix seconds; 0 where the message itself is out of reach.</summary>
        public long Date { get; init; }

        public User? From { get; init; }

        [JsonConverter(typeof(TelegramPresence))]
        public bool SenderChat { get; init; }

        [JsonConverter(typeof(TelegramPresence))]
        public bool SenderBusinessBot { get; init; }

        [JsonConverter(typeof(TelegramPresence))]
        public bool ViaBot { get; init; }

        public string? BusinessConnectionId { get; init; }

        public string? GuestQueryId { get; init; }

        [JsonConverter(typeof(TelegramPresence))]
        public bool ForwardOrigin { get; init; }

        /// <summary>How a forwarded message was told before Bot API 7.0.</summary>
        [JsonConverter(typeof(TelegramPresence))]
        public bool ForwardDate { get; init; }

        public Answered? ReplyToMessage { get; init; }

        public long MigrateToChatId { get; init; }

        public long MigrateFromChatId { get; init; }

        public string? Text { get; init; }

        public IReadOnlyList<Entity?>? Entities { get; init; }

        public string? Caption { get; init; }

        public IReadOnlyList<Entity?>? CaptionEntities { get; init; }

        public Quote? Quote { get; init; }

        public string? NewChatTitle { get; init; }

        [JsonConverter(typeof(TelegramWords))]
        public string? Document { get; init; }

        [JsonConverter(typeof(TelegramWords))]
        public string? Audio { get; init; }

        [JsonConverter(typeof(TelegramWords))]
        public string? Video { get; init; }

        [JsonConverter(typeof(TelegramWords))]
        public string? PaidMedia { get; init; }

        [JsonConverter(typeof(TelegramWords))]
        public string? RichMessage { get; init; }

        [JsonConverter(typeof(TelegramWords))]
        public string? LinkPreviewOptions { get; init; }

        [JsonConverter(typeof(TelegramWords))]
        public string? Poll { get; init; }

        [JsonConverter(typeof(TelegramWords))]
        public string? PollOptionAdded { get; init; }

        [JsonConverter(typeof(TelegramWords))]
        public string? Checklist { get; init; }

        [JsonConverter(typeof(TelegramWords))]
        public string? ChecklistTasksAdded { get; init; }

        [JsonConverter(typeof(TelegramWords))]
        public string? Contact { get; init; }

        [JsonConverter(typeof(TelegramWords))]
        public string? Venue { get; init; }

        [JsonConverter(typeof(TelegramWords))]
        public string? ForumTopicCreated { get; init; }

        [JsonConverter(typeof(TelegramWords))]
        public string? ForumTopicEdited { get; init; }

        [JsonConverter(typeof(TelegramWords))]
        public string? WebAppData { get; init; }
    }
}
