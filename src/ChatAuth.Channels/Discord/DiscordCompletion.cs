using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Discord;

/// <summary>Completes what is being typed, from what this person may use here; in time, or not at all.</summary>
internal sealed class DiscordCompletion(ICompletionSource names, TimeProvider time)
{
    /// <summary>Completions come while a person types: a late one is of no use.</summary>
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(1.5);

    /// <summary>No completions.</summary>
    public static DiscordResponse None { get; } = Response([]);

    public async Task<DiscordResponse> CompleteAsync(DiscordEvent.Completing completing, CancellationToken cancellationToken)
    {
        var choices = ChoicesAsync(completing, cancellationToken);
        var inTime = await Task.WhenAny(choices, Task.Delay(AtMost, time, cancellationToken)).ConfigureAwait(false) == choices && choices.IsCompletedSuccessfully;
        return inTime ? Response(await choices.ConfigureAwait(false)) : None;
    }

    private static DiscordResponse Response(IReadOnlyList<DiscordChoice> choices) => new(8) { Data = new DiscordResponseData { Choices = choices } };

    private async Task<IReadOnlyList<DiscordChoice>> ChoicesAsync(DiscordEvent.Completing completing, CancellationToken cancellationToken)
    {
        var known = await names.ListAsync(completing.Context, cancellationToken).ConfigureAwait(false);
        return DiscordChoices.Of(known, completing.Option, completing.Begun);
    }
}
