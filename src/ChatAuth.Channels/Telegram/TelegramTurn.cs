namespace ChatAuth.Channels.Telegram;

/// <summary>An update in the making.</summary>
/// <param name="UpdateId">The platform's number of it; null when it could not be read, or not now.</param>
/// <param name="Done">When everything about it is done, the model's answer included; it fails with nothing but cancellation.</param>
internal sealed record TelegramTurn(long? UpdateId, Task Done)
{
    /// <summary>Nothing has to be done.</summary>
    public static TelegramTurn Nothing(long? updateId) => new(updateId, Task.CompletedTask);
}
