namespace ChatAuth.Providers.Wire;

/// <summary>An answer on its way to an SDK: read once, from its beginning, and awaited.</summary>
internal abstract class AnswerStream : Stream
{
    /// <param name="answer">Where it comes from; disposed with it.</param>
    private protected AnswerStream(Stream answer) => Answer = answer;

    /// <summary>Where it comes from.</summary>
    protected Stream Answer { get; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public abstract override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("An answer is awaited.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) Answer.Dispose();
        base.Dispose(disposing);
    }
}
