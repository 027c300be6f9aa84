using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

/// <summary>A request that arrived, whatever became of it.</summary>
/// <param name="Method">As it was spelled.</param>
/// <param name="Body">Its parameters.</param>
/// <param name="Time">When it arrived.</param>
public sealed record RecordedRequest(string Method, JsonObject Body, DateTimeOffset Time)
{
    /// <summary>The status of the answer; null while there is none, and where the connection was dropped.</summary>
    public int? Status { get; internal set; }

    /// <summary>Why it was refused; null where it was not.</summary>
    public string? Refusal { get; internal set; }

    /// <summary>It was answered, or it waits for updates.</summary>
    internal bool IsUnderWay
    {
        get => field || Status is not null;
        set;
    }

    internal long? ChatId => Body["chat_id"] is JsonValue value && long.TryParse(value.ToString(), out var id) ? id : null;
}
