namespace ChatAuth.Testing.Telegram;

/// <summary>A tap on a button, and how the bot answered it.</summary>
public sealed class FakeTap
{
    private volatile CallbackAnswer? _answer;

    internal FakeTap(FakeChat chat, string id, FakeUser person, string data, DateTimeOffset time)
    {
        Chat = chat;
        Id = id;
        Person = person;
        Data = data;
        Time = time;
    }

    public FakeChat Chat { get; }

    /// <summary>The <c>callback_query.id</c>.</summary>
    public string Id { get; }

    public FakeUser Person { get; }

    public string Data { get; }

    public DateTimeOffset Time { get; }

    /// <summary>The answer; null while there is none.</summary>
    public CallbackAnswer? Answer
    {
        get => _answer;
        internal set => _answer = value;
    }

    /// <exception cref="TimeoutException">The bot leaves the button spinning.</exception>
    public Task<CallbackAnswer> WaitForAnswerAsync(TimeSpan? timeout = null) =>
        Chat.Changed.UntilAsync(() => Answer, timeout, () => $"The tap on '{Data}' is not answered.");
}
