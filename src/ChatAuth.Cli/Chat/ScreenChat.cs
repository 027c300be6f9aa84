using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Chat;

/// <summary>A chat with a person at a terminal: Ctrl-C stops an answer, Ctrl-D ends the chat.</summary>
internal sealed class ScreenChat(
    Conversation conversation, LineEditor editor, LineHistory history, NameCompletion names, ScreenOutput output, TypeAhead keys)
{
    private const string Prompt = "You> ";

    private static readonly ErrorCode[] s_secretive =
        [ErrorCode.SecretInMessage, ErrorCode.ClaimWrong, ErrorCode.ClaimTriesUsedUp, ErrorCode.ClaimInPublic];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await names.RefreshAsync(cancellationToken);
            switch (await editor.ReadLineAsync(Prompt, cancellationToken))
            {
                case LineResult.EndOfInput:
                    return;
                case LineResult.Cancelled:
                    output.Remark("Ctrl-D or /quit ends.");
                    break;
                case LineResult.Line { Text: var line } when Conversation.IsEnd(line):
                    return;
                case LineResult.Line { Text: var line } when !string.IsNullOrWhiteSpace(line):
                    await SayAsync(line, cancellationToken);
                    break;
            }
        }
    }

    private async Task SayAsync(string line, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var saying = conversation.SayAsync(line, stop.Token);
            if (!saying.IsCompleted) await StopOnInterruptAsync(saying, stop);
            if (HeldSecret(await saying)) history.Forget(line);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            output.Remark("Stopped.");
        }
    }

    private async Task StopOnInterruptAsync(Task saying, CancellationTokenSource stop)
    {
        using var ended = new CancellationTokenSource();
        var interrupt = keys.WaitForInterruptAsync(ended.Token);
        await Task.WhenAny(saying, interrupt);
        await ended.CancelAsync();
        if (await interrupt) await stop.CancelAsync();
    }

    /// <summary>The line that was answered so held a secret, or a one-time code.</summary>
    private static bool HeldSecret(CommandReply? reply) =>
        reply is CommandReply.Claimed || (reply is CommandReply.Failed failed && s_secretive.Contains(failed.Code));
}
