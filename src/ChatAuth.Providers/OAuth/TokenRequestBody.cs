using System.Net;
using System.Net.Http.Headers;

namespace ChatAuth.Providers.OAuth;

/// <summary>
/// The form of one token request. It leaves at most once: whoever wants to stop it and the connection that wants to send it agree here who was first, and
/// nothing can send it a second time.
/// </summary>
internal sealed class TokenRequestBody : HttpContent
{
    private const int Waiting = 0;
    private const int Left = 1;
    private const int Withdrawn = 2;

    private readonly byte[] _form;
    private readonly Action _leaves;
    private int _state = Waiting;

    /// <param name="form">The bytes.</param>
    /// <param name="leaves">Called when they begin to leave.</param>
    public TokenRequestBody(byte[] form, Action leaves)
    {
        (_form, _leaves) = (form, leaves);
        Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
    }

    /// <summary>The connection stands, and the form was handed to it.</summary>
    public bool HasLeft => Volatile.Read(ref _state) == Left;

    /// <summary>Holds it back for ever; false when it has left.</summary>
    public bool TryWithdraw() => Interlocked.CompareExchange(ref _state, Withdrawn, Waiting) != Left;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _state, Left, Waiting) != Waiting) throw new IOException("A token request is sent once.");
        _leaves();
        return stream.WriteAsync(_form, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _form.Length;
        return true;
    }
}
