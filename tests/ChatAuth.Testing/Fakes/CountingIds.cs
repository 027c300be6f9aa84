using ChatAuth.Core.Hosting;

namespace ChatAuth.Testing.Fakes;

/// <summary>Ids that count up, so that a test can name them.</summary>
public sealed class CountingIds : IIdFactory
{
    private ulong _last;

    public ulong NextBits() => Interlocked.Increment(ref _last);
}
