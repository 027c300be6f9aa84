using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Providers.Wire;

/// <summary>Reads an answer that has begun. All that breaks it off is a <see cref="VendorException"/>, and may have been charged.</summary>
internal sealed class LimitedStream(Stream answer, VendorSocket socket, CallRecord record) : Stream
{
    private readonly WireLimits _limits = socket.Limits;
    private readonly TimeProvider _time = socket.Time;
    private readonly Patience _patience = new(socket.Time);
    private readonly long _begun = socket.Time.GetTimestamp();
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
        var left = _limits.Whole - _time.GetElapsedTime(_begun);
        if (left <= TimeSpan.Zero) throw Late(null);
        using var waiting = _patience.Begin(left < _limits.Idle ? left : _limits.Idle, cancellationToken);
        int length;
        try
        {
            length = await answer.ReadAsync(buffer, waiting.Token).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is IOException or HttpRequestException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw failed is OperationCanceledException ? Late(failed) : Broken(ErrorCode.VendorUnavailable, null, failed);
        }
        _taken += length;
        record.Took(length);
        return _taken <= _limits.Answer ? length : throw Broken(ErrorCode.VendorAnswerUnusable, null, null);
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
        if (disposing)
        {
            answer.Dispose();
            _patience.Dispose();
        }
        base.Dispose(disposing);
    }

    private VendorException Late(Exception? cause) => Broken(ErrorCode.VendorTimeout, FailureReason.Timeout, cause);

    private VendorException Broken(ErrorCode code, FailureReason? reason, Exception? cause) =>
        new(code, reason, mayHaveBeenCharged: true) { Detail = record.Describe(cause) };
}
