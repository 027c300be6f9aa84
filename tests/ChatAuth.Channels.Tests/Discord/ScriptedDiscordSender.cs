using System.Text.Json;
using ChatAuth.Channels.Discord;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>Answers at once with what was prepared, then with "done", and keeps what was sent and when.</summary>
internal sealed class ScriptedDiscordSender(FakeTime time) : IDiscordSender
{
    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly Queue<DiscordAnswer> _answers = new();

    public static DiscordAnswer Done { get; } = new DiscordAnswer.Done(JsonElement.Parse("{}"));

    public static DiscordAnswer NotArrived { get; } = new DiscordAnswer.Unreachable(false);

    public static DiscordAnswer Unknown { get; } = new DiscordAnswer.Unreachable(true);

    public List<(TimeSpan At, DiscordRequest Request)> Sent { get; } = [];

    public IEnumerable<double> Seconds => Sent.Select(sent => sent.At.TotalSeconds);

    public DiscordAnswer Otherwise { get; set; } = Done;

    public ScriptedDiscordSender Answers(params DiscordAnswer[] answers)
    {
        foreach (var answer in answers) _answers.Enqueue(answer);
        return this;
    }

    /// <summary>Done, and the last for a while.</summary>
    public static DiscordAnswer Last(double seconds, string bucket = "b1") =>
        Done with { Limit = new DiscordLimit(bucket, true, TimeSpan.FromSeconds(seconds), DiscordLimit.Extent.User) };

    public static DiscordAnswer Flood(double seconds, DiscordLimit.Extent reach = DiscordLimit.Extent.User, string? bucket = "b1") =>
        new DiscordAnswer.Refused(429, 0) { RetryAfter = TimeSpan.FromSeconds(seconds), Limit = new DiscordLimit(bucket, false, TimeSpan.Zero, reach) };

    public Task<DiscordAnswer> SendAsync(DiscordRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Sent.Add((time.GetUtcNow() - _start, request));
        return Task.FromResult(_answers.TryDequeue(out var answer) ? answer : Otherwise);
    }
}
