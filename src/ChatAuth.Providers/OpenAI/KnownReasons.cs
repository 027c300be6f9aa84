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
    private const string Ended = "stop";

    /// <summary>By OpenAI's API reference.</summary>
    private static readonly string[] s_known = [Ended, "length", "content_filter", "tool_calls", "function_call"];

    /// <summary>An answer that broke off, in the words of OpenRouter and of servers that run models.</summary>
    private static readonly string[] s_broken = ["error", "abort", "aborted", "cancelled", "canceled", "timeout"];

    private readonly byte[] _chunk = new byte[16 * 1024];
    private readonly ArrayBufferWriter<byte> _begun = new();
    private ReadOnlyMemory<byte> _ready;

    /// <summary>The same answer without such a reason.</summary>
    public static Stream In(Stream answer) => new AnswerStream(answer, new KnownReasons(answer).ReadAsync);

    private async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (_ready.IsEmpty)
        {
            var length = await answer.ReadAsync(_chunk, cancellationToken).ConfigureAwait(false);
            Take(_chunk.AsSpan(0, length), isLast: length == 0);
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
            _ready = Read(_begun.WrittenSpan);
            _begun.Clear();
        }
        _begun.Write(read[end..]);
    }

    /// <summary>In a text of the model its quotes are escaped, so that nothing but a field has this form.</summary>
    private static byte[] Read(ReadOnlySpan<byte> lines)
    {
        var read = new ArrayBufferWriter<byte>(lines.Length + Ended.Length);
        for (int name; (name = lines.IndexOf("\"finish_reason\""u8)) >= 0;)
        {
            var at = name + "\"finish_reason\""u8.Length;
            while (at < lines.Length && lines[at] is (byte)' ' or (byte)'\t' or (byte)':') at++;
            var length = at < lines.Length && lines[at] == '"' ? lines[++at..].IndexOf((byte)'"') : -1;
            read.Write(lines[..at]);
            lines = lines[at..];
            if (length < 0 || IsOneOf(lines[..length], s_known) || IsOneOf(lines[..length], s_broken)) continue;
            read.Write(Encoding.ASCII.GetBytes(Ended));
            lines = lines[length..];
        }
        read.Write(lines);
        return read.WrittenSpan.ToArray();
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
