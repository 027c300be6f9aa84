using System.Buffers;
using System.Text;
using ChatAuth.Providers.Wire;

namespace ChatAuth.Providers.OpenAI;

/// <summary>
/// An answer in which every reason to end is one that the vendor's client knows. It throws at any other, such as a compatible server's <c>eos</c>, and with it goes
/// an answer that is paid for. A reason that tells of an answer that broke off stays: there it throws rightly. Line by line, so that a stream of events is held up
/// by nothing.
/// </summary>
internal sealed class KnownReasons(Stream answer)
{
    /// <summary>What stands for a reason that is not known: the answer has ended.</summary>
    private static ReadOnlySpan<byte> Ended => "stop"u8;

    /// <summary>By OpenAI's API reference.</summary>
    private static readonly string[] s_known = ["stop", "length", "content_filter", "tool_calls", "function_call"];

    /// <summary>An answer that broke off, in the words of OpenRouter and of servers that run models.</summary>
    private static readonly string[] s_broken = ["error", "abort", "aborted", "cancelled", "canceled", "timeout"];

    private readonly ArrayBufferWriter<byte> _begun = new();
    private readonly ArrayBufferWriter<byte> _read = new();
    private ReadOnlyMemory<byte> _ready;

    /// <summary>The same answer without such a reason.</summary>
    public static Stream In(Stream answer) => new AnswerStream(answer, new KnownReasons(answer).ReadAsync);

    private async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (_ready.IsEmpty && !buffer.IsEmpty)
        {
            var length = await answer.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            Take(buffer.Span[..length], isLast: length == 0);
            if (length == 0) break;
        }
        var taken = Math.Min(buffer.Length, _ready.Length);
        _ready[..taken].CopyTo(buffer);
        _ready = _ready[taken..];
        return taken;
    }

    /// <summary>Whole lines are ready; what has begun waits for its end.</summary>
    private void Take(ReadOnlySpan<byte> read, bool isLast)
    {
        var end = read.LastIndexOf((byte)'\n') + 1;
        _begun.Write(read[..end]);
        if (end > 0 || isLast)
        {
            Read(_begun.WrittenSpan);
            _begun.ResetWrittenCount();
        }
        _begun.Write(read[end..]);
    }

    /// <summary>In a text of the model its quotes are escaped, so that nothing but a field has this form.</summary>
    private void Read(ReadOnlySpan<byte> lines)
    {
        _read.ResetWrittenCount();
        for (int name; (name = lines.IndexOf("\"finish_reason\""u8)) >= 0;)
        {
            var at = name + "\"finish_reason\""u8.Length;
            while (at < lines.Length && lines[at] is (byte)' ' or (byte)'\t' or (byte)':') at++;
            var length = at < lines.Length && lines[at] == '"' ? lines[++at..].IndexOf((byte)'"') : -1;
            _read.Write(lines[..at]);
            lines = lines[at..];
            if (length < 0 || IsOneOf(lines[..length], s_known) || IsOneOf(lines[..length], s_broken)) continue;
            _read.Write(Ended);
            lines = lines[length..];
        }
        _read.Write(lines);
        _ready = _read.WrittenMemory;
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
