using System.Text.Json;
using ChatAuth.Channels.Telegram;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>Answers at once with what was prepared, then with "done", and keeps what was sent and when.</summary>
internal sealed class ScriptedSender(FakeTime time) : ITelegramSender
{
    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly Queue<TelegramAnswer> _answers = new();

    public static TelegramAnswer Done { get; } = new TelegramAnswer.Done(JsonElement.Parse("true"));

    public List<(TimeSpan At, TelegramRequest Request)> Sent { get; } = [];

    public IEnumerable<double> Seconds => Sent.Select(sent => sent.At.TotalSeconds);

    public ScriptedSender Answers(params TelegramAnswer[] answers)
    {
        foreach (var answer in answers) _answers.Enqueue(answer);
        return this;
    }

    public static TelegramAnswer Flood(double seconds) => new TelegramAnswer.Refused(429, "Too Many Requests") { RetryAfter = TimeSpan.FromSeconds(seconds) };

    public Task<TelegramAnswer> SendAsync(TelegramRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Sent.Add((time.GetUtcNow() - _start, request));
        return Task.FromResult(_answers.TryDequeue(out var answer) ? answer : Done);
    }
}
