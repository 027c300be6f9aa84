using System.Text.Json;

namespace ChatAuth.Channels.Discord;

/// <summary>The outgoing port: carries a request to Discord's REST API. The default is our own HTTP client; a bot with a client library hands in its own. Thread-safe.</summary>
public interface IDiscordSender
{
    /// <summary>Sends a request once. Throws for nothing but cancellation: what went wrong is an answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels; whether the request arrived is then unknown.</param>
    Task<DiscordAnswer> SendAsync(DiscordRequest request, CancellationToken cancellationToken);
}

/// <summary>What became of a request.</summary>
public abstract record DiscordAnswer
{
    private protected DiscordAnswer() { }

    /// <summary>What came with it about limits; null from senders that keep them themselves.</summary>
    internal DiscordLimit? Limit { get; init; }

    /// <summary>When it was given by Discord's clock, to the second; null where it does not say so.</summary>
    internal DateTimeOffset? GivenAt { get; init; }

    /// <summary>Discord did it.</summary>
    /// <param name="Result">The body; undefined where there was none.</param>
    public sealed record Done(JsonElement Result) : DiscordAnswer;

    /// <summary>Discord refused it.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Code">Discord's own number in the body; 0 where there was none.</param>
    public sealed record Refused(int Status, int Code) : DiscordAnswer
    {
        /// <summary>How long to wait before anything like it is sent again; null when it is not about too many requests.</summary>
        public TimeSpan? RetryAfter { get; init; }
    }

    /// <summary>No answer came: the network failed, or something else than Discord answered.</summary>
    /// <param name="Arrived">False when the request cannot have arrived, so that sending it again does nothing twice.</param>
    public sealed record Unreachable(bool Arrived) : DiscordAnswer;
}
