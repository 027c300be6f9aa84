using ChatAuth.Channels.Telegram;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>A connection that a test can cut: from then on nothing is sent, and nothing answered.</summary>
internal sealed class SeverableSender(ITelegramSender inner) : ITelegramSender, IDisposable
{
    private readonly CancellationTokenSource _cut = new();

    public void Cut() => _cut.Cancel();

    public void Dispose() => _cut.Dispose();

    public async Task<TelegramAnswer> SendAsync(TelegramRequest request, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _cut.Token);
        try
        {
            return await inner.SendAsync(request, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw;
        }
    }
}
