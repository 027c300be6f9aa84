using ChatAuth.Channels.Terminal;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;

namespace ChatAuth.Cli.Chat;

/// <summary>One JSON object a line, for scripts.</summary>
internal sealed class JsonChatOutput(TextWriter output) : IChatOutput
{
    private readonly Lock _gate = new();

    public void Show(CommandReply reply) => Write(ReplyJson.Of(reply));

    /// <summary>A script that waits for a line gets one.</summary>
    public void ShowNothing() => Write(ReplyJson.Ignored);

    public void Tell(Notice notice) => Write(ReplyJson.Of(notice));

    public async Task<string?> AnswerAsync(IAsyncEnumerable<AskUpdate> updates, CancellationToken cancellationToken)
    {
        var answer = await WholeAnswer.ReadAsync(updates, cancellationToken);
        switch (answer.End)
        {
            case AskUpdate.Completed completed:
                Write(ReplyJson.Answer(answer.Text, completed.Receipt, completed.Session, answer.Notices));
                return answer.Text;
            case AskUpdate.BrokeOff broken:
                Write(ReplyJson.BrokeOff(With(broken.Reply, answer.Notices), answer.Text));
                return null;
            case AskUpdate.Refused refused:
                Write(ReplyJson.Refused(With(refused.Reply, answer.Notices)));
                return null;
            default:
                return null;
        }
    }

    private static CommandReply With(CommandReply reply, IReadOnlyList<Notice> notices) =>
        reply with { Notices = [.. notices, .. reply.Notices] };

    private void Write(string line)
    {
        lock (_gate)
        {
            output.Write(line + "\n");
            output.Flush();
        }
    }
}
