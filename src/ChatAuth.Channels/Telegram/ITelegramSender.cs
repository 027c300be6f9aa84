using System.Text.Json;

namespace ChatAuth.Channels.Telegram;

/// <summary>The outgoing port: carries a request to the Bot API. The default is our own HTTP client; a bot with a client library hands in its own. Thread-safe.</summary>
public interface ITelegramSender
{
    /// <summary>Sends a request. Throws for nothing but cancellation: what went wrong is an answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels; whether the request arrived is then unknown.</param>
    Task<TelegramAnswer> SendAsync(TelegramRequest request, CancellationToken cancellationToken);
}

/// <summary>What became of a request.</summary>
public abstract record TelegramAnswer
{
    private protected TelegramAnswer() { }

    /// <summary>Telegram did it.</summary>
    /// <param name="Result">The field <c>result</c>.</param>
    public sealed record Done(JsonElement Result) : TelegramAnswer;

    /// <summary>Telegram refused it.</summary>
    /// <param name="Code">The field <c>error_code</c>.</param>
    /// <param name="Description">The field <c>description</c>: the platform's text, never shown to people.</param>
    public sealed record Refused(int Code, string Description) : TelegramAnswer
    {
        /// <summary>How long to wait before the like is sent again; null when it is not about too many requests.</summary>
        public TimeSpan? RetryAfter { get; init; }

        /// <summary>The group became a supergroup with this id; null when it did not.</summary>
        public long? MigratedTo { get; init; }
    }

    /// <summary>No answer came: the network failed, or Telegram answered with something else than its API.</summary>
    /// <param name="Arrived">False when the request cannot have arrived, so that sending it again does nothing twice.</param>
    public sealed record Unreachable(bool Arrived) : TelegramAnswer;
}
