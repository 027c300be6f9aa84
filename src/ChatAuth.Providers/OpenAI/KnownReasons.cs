using System.Buffers;
using System.Text;
using ChatAuth.Providers.Wire;

namespace ChatAuth.Providers.OpenAI;

/// <summary>
/// An answer in which every reason to end is one that the vendor's client knows. It throws at any other, such as a compatible server's <c>eos</c>, and with it goes
/// an answer that is paid for. A reason that tells of an answer that broke off stays: there it throws rightly. Line by line, so that a stream of events is held up
/// by nothing.
/// </summary>
internal sealed class KnownReasons(Stream answer) : AnswerStream(answer)
{
    /// <summary>What stands for a reason that is not known: the answer has ended.</summary>
    private static ReadOnlySpan<byte> Ended => "stop"u8;

    /// <summary>By OpenAI's API reference.</summary>
    private static readonly string[] s_known = ["stop", "length", "content_filter", "tool_calls", "function_call"];

    /// <summary>An answer that broke off, in the words of OpenRouter and of servers that run models.</summary>
    private static readonly string[] s_broken = ["error", "abort", "aborted", "cancelled", "canceled", "timeout"];

    private readonly ArrayBufferWriter<byte> _changed = new();
    private ArrayBufferWriter<byte> _begun = new();
    private ArrayBufferWriter<byte> _whole = new();
    private ReadOnlyMemory<byte> _ready;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_ready.IsEmpty && !buffer.IsEmpty)
        {
            var length = await Answer.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            Take(buffer.Span[..length], isLast: length == 0);
            if (length == 0) break;
        }
        var taken = Math.Min(buffer.Length, _ready.Length);
        _ready[..taken].CopyTo(buffer);
        _ready = _ready[taken..];
        return taken;
    }

    /// <summary>Whole lines are ready; what has begun waits for its end. What was ready before has been read.</summary>
    private void Take(ReadOnlySpan<byte> read, bool isLast)
    {
        var end = read.LastIndexOf((byte)'\n') + 1;
        Append(_begun, read[..end]);
        if (end > 0 || isLast)
        {
            _ready = Known(_begun.WrittenMemory);
            (_whole, _begun) = (_begun, _whole);
            _begun.ResetWrittenCount();
        }
        Append(_begun, read[end..]);
    }

    /// <summary>As much room as is needed, and none for nothing.</summary>
    private static void Append(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> read)
    {
        if (read.IsEmpty) return;
        read.CopyTo(to.GetSpan(read.Length));
        to.Advance(read.Length);
    }

    /// <summary>The same lines with reasons that are known. In a text of the model its quotes are escaped, so that nothing but a field has this form.</summary>
    private ReadOnlyMemory<byte> Known(ReadOnlyMemory<byte> whole)
    {
        _changed.ResetWrittenCount();
        var lines = whole.Span;
        var taken = 0;
        for (int name, at = 0; (name = lines[at..].IndexOf("\"finish_reason\""u8)) >= 0;)
        {
            at += name + "\"finish_reason\""u8.Length;
            while (at < lines.Length && lines[at] is (byte)' ' or (byte)'\t' or (byte)':') at++;
            var length = at < lines.Length && lines[at] == '"' ? lines[++at..].IndexOf((byte)'"') : -1;
            if (length < 0 || IsOneOf(lines.Slice(at, length), s_known) || IsOneOf(lines.Slice(at, length), s_broken)) continue;
            _changed.Write(lines[taken..at]);
            _changed.Write(Ended);
            taken = at += length;
        }
        if (taken == 0) return whole;
        _changed.Write(lines[taken..]);
        return _changed.WrittenMemory;
    }

    private static bool IsOneOf(ReadOnlySpan<byte> reason, string[] words)
    {
        foreach (var word in words)
        {
            if (Ascii.EqualsIgnoreCase(reason, word)) return true;
        }
        return false;
    }
}
