using System.Text;
using ChatAuth.Channels;
using ChatAuth.Channels.Terminal;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Diagnostics;

namespace ChatAuth.Cli.Chat;

/// <summary>A person's screen: answers as they come, notices above the line that is being typed, or below the answer that is coming.</summary>
/// <param name="output">The terminal.</param>
/// <param name="editor">Draws the line that is being typed.</param>
/// <param name="colour">With colours.</param>
internal sealed class ScreenOutput(TextWriter output, LineEditor editor, bool colour) : IChatOutput
{
    private readonly Lock _gate = new();
    private readonly List<ReplyText> _held = [];
    private bool _answering;

    public void Show(CommandReply reply) => editor.WriteAbove(TerminalChannel.Render(reply, colour));

    public void ShowNothing() => Remark("(no reply)");

    public void Tell(Notice notice) => Tell(ReplyRenderer.Render(notice));

    /// <summary>What the operator is told as an owner; from any thread.</summary>
    public void Tell(OwnerNotice notice) => Tell(ReplyRenderer.Render(notice));

    /// <summary>A word of the program itself.</summary>
    public void Remark(string text) => editor.WriteAbove(TerminalChannel.Paint(new ReplyText().Line(text, TextStyle.Dim), colour));

    public async Task<string?> AnswerAsync(IAsyncEnumerable<AskUpdate> updates, CancellationToken cancellationToken)
    {
        var answer = new StringBuilder();
        lock (_gate) _answering = true;
        try
        {
            return await StreamAsync(updates, answer, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            EndLine(answer);
            throw;
        }
        finally
        {
            lock (_gate)
            {
                _answering = false;
                _held.ForEach(Write);
                _held.Clear();
            }
        }
    }

    private void Tell(ReplyText notice)
    {
        lock (_gate)
        {
            if (_answering) _held.Add(notice);
            else Write(notice);
        }
    }

    private async Task<string?> StreamAsync(IAsyncEnumerable<AskUpdate> updates, StringBuilder answer, CancellationToken cancellationToken)
    {
        var cleaner = new ProseCleaner();
        var whole = false;
        await foreach (var update in updates.WithCancellation(cancellationToken))
        {
            switch (update)
            {
                case AskUpdate.Part part:
                    var text = cleaner.Next(part.Update.Text);
                    answer.Append(text);
                    Write(text);
                    break;
                case AskUpdate.Noticed noticed:
                    Write(ReplyRenderer.Render(noticed.Notice));
                    break;
                case AskUpdate.Completed completed:
                    EndLine(answer);
                    editor.WriteAbove(TerminalChannel.Render(completed.Receipt, colour));
                    whole = true;
                    break;
                case AskUpdate.BrokeOff { Reply: var reply }:
                    EndLine(answer);
                    Show(reply);
                    break;
                case AskUpdate.Refused { Reply: var reply }:
                    Show(reply);
                    break;
            }
        }

        return whole ? answer.ToString() : null;
    }

    private void EndLine(StringBuilder answer)
    {
        if (answer.Length > 0 && answer[^1] != '\n') Write("\n");
    }

    private void Write(string text)
    {
        output.Write(text.Replace("\n", "\r\n", StringComparison.Ordinal)); // As the editor does: a raw terminal needs both.
        output.Flush();
    }

    private void Write(ReplyText notice) => editor.WriteAbove(TerminalChannel.Paint(notice, colour));
}
