using ChatAuth.Channels.Telegram;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>A connection that a test can cut: from then on nothing is sent, and nothing answered.</summary>
internal sealed class SeverableSender(ITelegramSender inner) : ITelegramSender, IDisposable
{
    private readonly CancellationTokenSource _cut = new();
    private TaskCompletionSource? _lost;

    public void Cut() => _cut.Cancel();

    /// <summary>The next fetch that confirms something never arrives. Ends when it is under way.</summary>
    public Task LoseConfirmationAsync() => (_lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Dispose() => _cut.Dispose();

    public async Task<TelegramAnswer> SendAsync(TelegramRequest request, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _cut.Token);
        try
        {
            if (request is TelegramRequest.GetUpdates { Offset: not null } && Interlocked.Exchange(ref _lost, null) is { } lost)
            {
                lost.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, either.Token);
            }
            return await inner.SendAsync(request, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw;
        }
    }
}
