namespace ChatAuth.Channels.Conversations;

/// <summary>Work that is tried until it is done.</summary>
internal static class RepeatedWork
{
    /// <summary>Tries, and tries again after a while, until it is done or nobody waits for it any more.</summary>
    /// <param name="work">The work; false when it was not done.</param>
    /// <param name="pause">How long to wait before it is tried again.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task UntilDoneAsync(Func<CancellationToken, Task<bool>> work, TimeSpan pause, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            while (!await work(cancellationToken).ConfigureAwait(false)) await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }
}
