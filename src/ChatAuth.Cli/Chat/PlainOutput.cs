using ChatAuth.Channels;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;

namespace ChatAuth.Cli.Chat;

/// <summary>Plain lines for a pipe: replies and whole answers, an empty line between them.</summary>
internal sealed class PlainOutput(TextWriter output) : IChatOutput
{
    private readonly Lock _gate = new();
    private bool _begun;

    public void Show(CommandReply reply) => Write(reply.ToPlainText());

    public void ShowNothing()
    {
        // Silence is the answer.
    }

    public void Tell(Notice notice) => Write(notice.ToPlainText());

    /// <summary>A word of the program itself.</summary>
    public void Remark(string text) => Write(text);

    public async Task<string?> AnswerAsync(IAsyncEnumerable<AskUpdate> updates, CancellationToken cancellationToken)
    {
        var answer = await WholeAnswer.ReadAsync(updates, cancellationToken);
        IEnumerable<string> notices = answer.Notices.Select(notice => notice.ToPlainText());
        switch (answer.End)
        {
            case AskUpdate.Completed completed:
                Write([.. notices, answer.Text, $"({completed.Receipt.ToPlainText()})"]);
                return answer.Text;
            case AskUpdate.BrokeOff broken:
                Write([.. notices, answer.Text, broken.Reply.ToPlainText()]);
                return null;
            case AskUpdate.Refused refused:
                Write([.. notices, refused.Reply.ToPlainText()]);
                return null;
            default:
                return null;
        }
    }

    private void Write(params IEnumerable<string> paragraphs)
    {
        var text = string.Join('\n', paragraphs.Select(paragraph => paragraph.TrimEnd('\n')).Where(paragraph => paragraph.Length > 0));
        lock (_gate)
        {
            output.Write((_begun ? "\n" : "") + text + "\n");
            output.Flush();
            _begun = true;
        }
    }
}
