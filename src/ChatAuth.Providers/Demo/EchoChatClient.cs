using System.Runtime.CompilerServices;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using Microsoft.Extensions.AI;

namespace ChatAuth.Providers.Demo;

/// <summary>Answers with the model and profile that it was handed, and the question.</summary>
internal sealed class EchoChatClient(ModelRef model, AuthProfile profile, SendPermit permit, string mark) : IChatClient
{
    private const int LongestEcho = 2_000;

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        permit.Spend(profile, null);
        permit.TryLeave();
        var asked = messages.LastOrDefault(message => message.Role == ChatRole.User)?.Text ?? "";
        var echo = asked.Length > LongestEcho ? asked[..LongestEcho] + " …" : asked;
        foreach (var part in (string[])[$"{mark}{model} with {profile.Id} heard: ", echo])
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.CompletedTask.ConfigureAwait(false);
            yield return new ChatResponseUpdate(ChatRole.Assistant, part) { ModelId = model.Model };
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
