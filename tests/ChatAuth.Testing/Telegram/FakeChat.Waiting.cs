namespace ChatAuth.Testing.Telegram;

/// <content>What a test waits for. Every wait ends with the change itself.</content>
public sealed partial class FakeChat
{
    /// <summary>Waits for a message of the bot that looks like this, one that stands here already included.</summary>
    /// <exception cref="TimeoutException">None does in time (15 seconds where none is named).</exception>
    public Task<FakeMessage> WaitForMessageAsync(Func<FakeMessage, bool>? looks = null, TimeSpan? timeout = null) =>
        Changed.UntilAsync(() => BotMessages.FirstOrDefault(message => looks is null || looks(message)), timeout, Complaint);

    /// <summary>Waits until the bot sent so many messages here, and returns the last of them.</summary>
    public Task<FakeMessage> WaitForMessagesAsync(int count, TimeSpan? timeout = null) =>
        Changed.UntilAsync(() => BotMessages is var sent && sent.Count >= count ? sent[count - 1] : null, timeout, Complaint);

    /// <summary>Waits for the first message of the bot after another one, in the same topic.</summary>
    public Task<FakeMessage> WaitForReplyAsync(FakeMessage to, TimeSpan? timeout = null) =>
        Changed.UntilAsync(() => BotMessages.FirstOrDefault(message => message.Id > to.Id && message.Topic == to.Topic), timeout, Complaint);

    /// <summary>Waits until the bot shows that it is doing something.</summary>
    public Task<ChatAction> WaitForActionAsync(string action = "typing", TimeSpan? timeout = null) =>
        Changed.UntilAsync(() => Actions.FirstOrDefault(shown => shown.Action == action), timeout, Complaint);

    private string Complaint() => $"Not in time. In '{Title}' stands:\n{string.Join('\n', Messages)}";
}
