using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;

namespace ChatAuth.Cli.Chat;

/// <summary>Where nobody keeps a log: says once, after the first reply with a reference, how to have one.</summary>
/// <param name="output">Shows all else.</param>
/// <param name="remark">Shows a word of the program itself.</param>
internal sealed class ReferenceHint(IChatOutput output, Action<string> remark) : IChatOutput
{
    public const string Text = "chatauth chat --log FILE writes down what references stand for.";

    private bool _isSaid;

    public void Show(CommandReply reply)
    {
        output.Show(reply);
        Hint(reply);
    }

    public void ShowNothing() => output.ShowNothing();

    public void Tell(Notice notice) => output.Tell(notice);

    public async Task<string?> AnswerAsync(IAsyncEnumerable<AskUpdate> updates, CancellationToken cancellationToken)
    {
        CommandReply? refusal = null;
        var answer = await output.AnswerAsync(WatchAsync(), cancellationToken);
        if (refusal is not null) Hint(refusal);
        return answer;

        async IAsyncEnumerable<AskUpdate> WatchAsync()
        {
            await foreach (var update in updates.WithCancellation(cancellationToken))
            {
                refusal = update switch
                {
                    AskUpdate.Refused refused => refused.Reply,
                    AskUpdate.BrokeOff broken => broken.Reply,
                    _ => null,
                };
                yield return update;
            }
        }
    }

    private void Hint(CommandReply reply)
    {
        if (_isSaid || reply is not (CommandReply.Failed { Reference: not null } or CommandReply.Tested { Reference: not null })) return;
        _isSaid = true;
        remark(Text);
    }
}
