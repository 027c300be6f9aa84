using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Providers.Wire;

/// <summary>Reads an answer that has begun. All that breaks it off is a <see cref="VendorException"/>, and may have been charged.</summary>
internal sealed class LimitedStream(Stream answer, WireLimits limits, TimeProvider time) : Stream
{
    private readonly long _begun = time.GetTimestamp();
    private long _taken;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _taken;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var left = limits.Whole - time.GetElapsedTime(_begun);
        if (left <= TimeSpan.Zero) throw Late();
        using var patience = new CancellationTokenSource(left < limits.Idle ? left : limits.Idle, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        int length;
        try
        {
            length = await answer.ReadAsync(buffer, either.Token).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is IOException or HttpRequestException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw failed is OperationCanceledException ? Late() : new VendorException(ErrorCode.VendorUnavailable, null, mayHaveBeenCharged: true);
        }
        _taken += length;
        return _taken <= limits.Answer ? length : throw new VendorException(ErrorCode.VendorAnswerUnusable, null, mayHaveBeenCharged: true);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("An answer is awaited.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) answer.Dispose();
        base.Dispose(disposing);
    }

    private static VendorException Late() => new(ErrorCode.VendorTimeout, FailureReason.Timeout, mayHaveBeenCharged: true);
}
