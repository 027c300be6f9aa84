using System.Runtime.CompilerServices;
using ChatAuth.Core;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;
using Microsoft.Extensions.AI;

namespace ChatAuth.Cli.Tests.Chat;

/// <summary>Answers as a test says: a line with a scripted reply gets it, any other is asked and answered by <see cref="Updates"/>.</summary>
internal sealed class ScriptedChatAuth : IChatAuth
{
    public Dictionary<string, HandleResult> Replies { get; } = [];

    public IReadOnlyList<AskUpdate> Updates { get; set; } = [];

    /// <summary>After <see cref="Updates"/> the answer hangs until it is stopped.</summary>
    public bool Hangs { get; set; }

    /// <summary>Runs right before the last update; when it stops the answer, that one does not come.</summary>
    public Action? DuringAnswer { get; set; }

    public List<(CommandContext Context, string Text)> Handled { get; } = [];

    public List<IReadOnlyList<ChatMessage>> Asked { get; } = [];

    public Task<HandleResult> HandleAsync(CommandContext context, string text, CancellationToken cancellationToken = default)
    {
        Handled.Add((context, text));
        return Task.FromResult(Replies.GetValueOrDefault(text) ?? new HandleResult.AskModel(text, null));
    }

    public Task<HandleResult> HandleAsync(CommandContext context, string prompt, string? with, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public async IAsyncEnumerable<AskUpdate> AskStreamingAsync(
        CommandContext context, IEnumerable<ChatMessage> messages, AskChoice? choice = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Asked.Add([.. messages]);
        foreach (var update in Updates)
        {
            if (update == Updates[^1]) DuringAnswer?.Invoke();
            cancellationToken.ThrowIfCancellationRequested();
            yield return update;
        }

        if (Hangs) await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    public Task<AskResult> AskAsync(
        CommandContext context, IEnumerable<ChatMessage> messages, AskChoice? choice = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<HandleResult> TapAsync(CommandContext context, string token, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public IChatClient GetChatClient(CommandContext context) => throw new NotSupportedException();

    public void Delivered(CommandContext context, CommandReply reply, DateTimeOffset at) => throw new NotSupportedException();

    public Task<Notice> RestartedAsync(CommandContext context, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task CompactedAsync(CommandContext context, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<MoveOutcome> MovedAsync(SessionKey from, SessionKey to, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}
