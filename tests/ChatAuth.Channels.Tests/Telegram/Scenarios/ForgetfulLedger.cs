using ChatAuth.Core.Delivery;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>Nothing that was recorded is there any more.</summary>
internal sealed class ForgetfulLedger : IDeliveryLedger
{
    public ValueTask<IReadOnlySet<long>> FindKnownAsync(string source, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        new(new HashSet<long>());

    public Task RecordAsync(string source, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) => Task.CompletedTask;
}
