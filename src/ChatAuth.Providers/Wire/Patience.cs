namespace ChatAuth.Providers.Wire;

/// <summary>How long one thing after the other is waited for: a call has one timer, however many parts its answer has.</summary>
#pragma warning disable CA1001 // Nobody holds the timer while nothing is waited for; and an answer may be given up while a part of it is awaited.
internal sealed class Patience(TimeProvider time)
#pragma warning restore CA1001
{
    /// <summary>Only one that is made with a span takes its timer from the clock.</summary>
    private readonly CancellationTokenSource _end = new(Timeout.InfiniteTimeSpan, time);

    /// <summary>Begins to wait for the next thing.</summary>
    /// <param name="most">How long.</param>
    /// <param name="caller">Ends the waiting as well.</param>
    /// <returns>The waiting, which ends when it is disposed of.</returns>
    public Waiting Begin(TimeSpan most, CancellationToken caller)
    {
        _end.CancelAfter(most);
        return new Waiting(_end, caller.UnsafeRegister(static end => ((CancellationTokenSource)end!).Cancel(), _end));
    }

    /// <summary>One waiting.</summary>
    public readonly struct Waiting(CancellationTokenSource end, CancellationTokenRegistration caller) : IDisposable
    {
        public CancellationToken Token => end.Token;

        public void Dispose()
        {
            caller.Dispose();
            end.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }
}
