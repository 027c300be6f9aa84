using ChatAuth.Core;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.AI;

namespace ChatAuth.Channels.Tests.Discord.Scenarios;

/// <summary>ChatAuth on a slow machine: it begins when the channel has given up waiting for a direct answer.</summary>
internal sealed class LateChatAuth(IChatAuth inner, FakeTime time) : IChatAuth
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    public async Task<HandleResult> HandleAsync(CommandContext context, string text, CancellationToken cancellationToken)
    {
        await BeLateAsync();
        return await inner.HandleAsync(context, text, cancellationToken);
    }

    public async Task<HandleResult> HandleAsync(CommandContext context, string prompt, string? with, CancellationToken cancellationToken)
    {
        await BeLateAsync();
        return await inner.HandleAsync(context, prompt, with, cancellationToken);
    }

    public async Task<HandleResult> TapAsync(CommandContext context, string token, CancellationToken cancellationToken)
    {
        await BeLateAsync();
        return await inner.TapAsync(context, token, cancellationToken);
    }

    public Task<AskResult> AskAsync(CommandContext context, IEnumerable<ChatMessage> messages, AskChoice? choice, CancellationToken cancellationToken) =>
        inner.AskAsync(context, messages, choice, cancellationToken);

    public IAsyncEnumerable<AskUpdate> AskStreamingAsync(CommandContext context, IEnumerable<ChatMessage> messages, AskChoice? choice, CancellationToken cancellationToken) =>
        inner.AskStreamingAsync(context, messages, choice, cancellationToken);

    public IChatClient GetChatClient(CommandContext context) => inner.GetChatClient(context);

    public void Delivered(CommandContext context, CommandReply reply, DateTimeOffset at) => inner.Delivered(context, reply, at);

    public Task<Notice> RestartedAsync(CommandContext context, CancellationToken cancellationToken) => inner.RestartedAsync(context, cancellationToken);

    public Task CompactedAsync(CommandContext context, CancellationToken cancellationToken) => inner.CompactedAsync(context, cancellationToken);

    public Task<MoveOutcome> MovedAsync(SessionKey from, SessionKey to, CancellationToken cancellationToken) => inner.MovedAsync(from, to, cancellationToken);

    private async Task BeLateAsync()
    {
        await time.SomebodyWaitsAsync(s_patience);
        time.Advance(s_patience);
    }
}
