using ChatAuth.Channels.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Discord;

/// <summary>
/// Takes in the interactions that a client library received: over its socket (<see cref="TryTake"/>), or as the body of an HTTP request that it verified
/// (<see cref="TryAnswerAsync"/>). Commands and components of others are left alone, where the bot has any. A singleton; thread-safe.
/// </summary>
public sealed partial class DiscordIntake : IHostedLifecycleService, IDisposable
{
    private readonly IDiscordSender _sender;
    private readonly bool _isOnlyBot;
    private readonly bool _answersAsk;
    private readonly ChannelReadiness _readiness;
    private readonly StopGrace _grace;
    private readonly TimeProvider _time;
    private readonly ILogger<DiscordIntake>? _log;
    private readonly DiscordTurns _turns;
    private readonly UnfinishedWork _answering = new();

    internal DiscordIntake(
        DiscordChannel channel, IDiscordSender sender, bool isOnlyBot, bool answersAsk, ChannelReadiness readiness, StopGrace grace, TimeProvider time, ILogger<DiscordIntake>? log = null)
    {
        (_sender, _isOnlyBot, _answersAsk, _readiness, _grace, _time, _log) = (sender, isOnlyBot, answersAsk, readiness, grace, time, log);
        _turns = new DiscordTurns(channel, grace, time, log);
    }

    /// <summary>Whether an interaction is answered here: all are where the bot has no others, else <see cref="DiscordChannel.Serves"/>. <c>/ask</c> is not where it is the bot's own.</summary>
    /// <param name="interaction">The interaction.</param>
    public bool Serves(DiscordInteraction interaction) =>
        (_isOnlyBot || DiscordChannel.Serves(interaction)) && (_answersAsk || interaction.Data?.Name != DiscordCommands.Ask);

    /// <summary>Takes an interaction that came over a socket. The answer is sent when it is there; of one conversation, interactions are handled in the order of the calls.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <returns>False: it is not ours, and nothing is done about it. True at once: it is being handled, or was before.</returns>
    public bool TryTake(DiscordInteraction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        if (!Serves(interaction)) return false;
        var verdict = _turns.Judge(interaction);
        // A socket that comes back repeats what it may have lost; whoever acted was answered the first time.
        if (verdict is not ReplayWindow.Verdict.Repeated) _answering.Add(GuardedWork.RunAsync(RespondAsync(interaction, verdict), _log, _turns.Working));
        return true;
    }

    /// <summary>Answers an interaction that came over HTTP and was verified.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <returns>The body of the response, <c>application/json</c>, within about a second; null where it is not ours.</returns>
    public async Task<ReadOnlyMemory<byte>?> TryAnswerAsync(DiscordInteraction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        if (!Serves(interaction)) return null;
        return DiscordJson.BodyOf(await _turns.AnswerAsync(interaction, _turns.Judge(interaction)).ConfigureAwait(false));
    }

    /// <summary>The library's connection stands: hosts that ask are told that interactions arrive.</summary>
    public void Connected() => _readiness.Ready();

    /// <summary>The library's connection is lost.</summary>
    public void Disconnected() => _readiness.NotReady("not connected");

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _readiness.NotReady("stopped");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>By now the library's client has stopped too, where it stops with the host: nothing new comes.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await _answering.WhenIdleAsync(_grace.Left, _time).ConfigureAwait(false);
        await _turns.EndAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    /// <summary>Waits until every interaction that was taken is answered, as long as that may take.</summary>
    internal Task WhenIdleAsync(TimeSpan atMost) => _answering.WhenIdleAsync(atMost, _time);

    private async Task RespondAsync(DiscordInteraction interaction, ReplayWindow.Verdict verdict)
    {
        var response = await _turns.AnswerAsync(interaction, verdict).ConfigureAwait(false);
        var answer = await _sender.SendAsync(new DiscordRequest.Respond(interaction.Id, interaction.Token, response), _turns.Working).ConfigureAwait(false);
        if (answer is not DiscordAnswer.Done && _log is not null) LogUnanswered(_log, interaction.Id);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to interaction {Interaction} did not arrive")]
    private static partial void LogUnanswered(ILogger log, string interaction);
}
