using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Providers.Wire;

/// <summary>Reads an answer that has begun. All that breaks it off is a <see cref="VendorException"/>, and may have been charged.</summary>
internal sealed class LimitedReader(Stream answer, VendorSocket socket, Patience patience, CallRecord record) : AnswerStream(answer)
{
    private readonly WireLimits _limits = socket.Limits;
    private readonly TimeProvider _time = socket.Time;
    private readonly long _begun = socket.Time.GetTimestamp();
    private long _taken;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var left = _limits.Whole - _time.GetElapsedTime(_begun);
        if (left <= TimeSpan.Zero) throw Late(null);
        using var waiting = patience.Begin(left < _limits.Idle ? left : _limits.Idle, cancellationToken);
        int length;
        try
        {
            length = await Answer.ReadAsync(buffer, waiting.Token).ConfigureAwait(false);
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

    private VendorException Late(Exception? cause) => Broken(ErrorCode.VendorTimeout, FailureReason.Timeout, cause);

    private VendorException Broken(ErrorCode code, FailureReason? reason, Exception? cause) =>
        new(code, reason, mayHaveBeenCharged: true) { Detail = record.Describe(cause) };
}
