namespace ChatAuth.Channels.Sending;

/// <summary>Those who want to send to one place, in the order in which they came. Guarded by <see cref="Lines{TKey, TPace}"/>, but for the pace.</summary>
internal sealed class Line<TPace>(TPace pace)
    where TPace : IPace
{
    public TPace Pace { get; } = pace;

    /// <summary>One is sending.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Those behind it; one that gave up stays until its turn.</summary>
    public Queue<TaskCompletionSource> Behind { get; } = [];
}
