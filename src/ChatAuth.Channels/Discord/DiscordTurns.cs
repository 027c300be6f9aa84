using System.Numerics;
using ChatAuth.Channels.Conversations;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Discord;

/// <summary>The entry point of interactions, however they come: those of now are handled, once each, and every one is answered until the host stops.</summary>
internal sealed partial class DiscordTurns(DiscordChannel channel, StopGrace grace, TimeProvider time, ILogger? log) : IDisposable
{
    private readonly ReplayWindow _window = new(time);
    private readonly CancellationTokenSource _work = new();

    /// <summary>Cancelled when the time for work in progress is over.</summary>
    public CancellationToken Working => _work.Token;

    /// <summary>Judges an interaction that came over HTTP.</summary>
    public ReplayWindow.Verdict Judge(string timestamp, DiscordInteraction interaction) => _window.Judge(timestamp, interaction.Id);

    /// <summary>Judges one that came with no signed time beside it.</summary>
    public ReplayWindow.Verdict Judge(DiscordInteraction interaction) => _window.Judge(interaction.Id);

    /// <summary>What an interaction is answered with. Throws for nothing but the end of all work.</summary>
    public Task<DiscordResponse> AnswerAsync(DiscordInteraction interaction, ReplayWindow.Verdict verdict) => verdict switch
    {
        ReplayWindow.Verdict.Timely => HandleAsync(interaction),
        ReplayWindow.Verdict.Repeated => Task.FromResult(Refused(interaction, ErrorCode.InteractionRepeated)),
        _ => Task.FromResult(Untimely(interaction)),
    };

    /// <summary>Nothing new comes any more: what goes on may end as long as the host's grace lasts.</summary>
    public async Task EndAsync()
    {
        await channel.WhenIdleAsync(grace.Left).ConfigureAwait(false);
        await _work.CancelAsync().ConfigureAwait(false);
    }

    public void Dispose() => _work.Dispose();

    private async Task<DiscordResponse> HandleAsync(DiscordInteraction interaction)
    {
        try
        {
            return await channel.HandleAsync(interaction, _work.Token).ConfigureAwait(false);
        }
        catch (Exception defect) when (!_work.IsCancellationRequested)
        {
            // The entry point: whoever acted is told so, and not by Discord.
            GuardedWork.Log(log, defect);
            return Refused(interaction, ErrorCode.Internal);
        }
    }

    private DiscordResponse Untimely(DiscordInteraction interaction)
    {
        var count = _window.UntimelyCount;
        if (log is not null && BitOperations.IsPow2(count)) LogUntimely(log, count);
        return Refused(interaction, ErrorCode.InteractionUntimely);
    }

    private static DiscordResponse Refused(DiscordInteraction interaction, ErrorCode code) =>
        interaction.Type == DiscordInteraction.Completion ? DiscordCompletion.None : DiscordMessages.Response(new CommandReply.Failed(code));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Interactions of another time were refused, {Count} since the start: somebody sends old ones, or the clock of this machine is wrong")]
    private static partial void LogUntimely(ILogger log, long count);
}
