namespace ChatAuth.Testing.Telegram;

/// <summary>An update that the bot has not confirmed.</summary>
internal sealed record QueuedUpdate(long Id, long ChatId, string Json)
{
    /// <summary>On its way to the webhook.</summary>
    public bool IsBeingDelivered { get; set; }
}
