using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using Microsoft.Extensions.AI;

namespace ChatAuth.Testing.Fakes;

/// <summary>A vendor for everybody that writes down which credential it saw, and fails as it is told.</summary>
public sealed class ScriptedProvider : IModelProvider
{
    private readonly ConcurrentDictionary<ProfileId, Func<Exception?>> _failures = new();

    /// <summary>Every request, in the order of arrival.</summary>
    public ConcurrentQueue<SeenRequest> Seen { get; } = new();

    /// <summary>Vendors that it does not call.</summary>
    public HashSet<ProviderId> Without { get; } = [];

    /// <summary>How many parts arrive before a failure.</summary>
    public int PartsBeforeFailure { get; set; }

    /// <summary>What it answers to a request; null for its model and profile.</summary>
    public Func<SeenRequest, string>? Says { get; set; }

    /// <summary>What it waits for before each answer; null for nothing.</summary>
    public Task? Until { get; set; }

    /// <summary>It breaks the promise to redeem its permit before it sends.</summary>
    public bool SendsUnrecorded { get; set; }

    /// <summary>What it waits for before it answers this request, besides; null for nothing.</summary>
    public Func<SeenRequest, Task>? Holds { get; set; }

    /// <summary>What it waits for after the first part of this request's answer, besides; null for nothing.</summary>
    public Func<SeenRequest, Task>? HoldsRest { get; set; }

    /// <summary>Thrown in place of making a client; null heals it.</summary>
    public Func<Exception>? FailToCreate { get; set; }

    public IReadOnlyList<StoredCredential> BuiltInCredentials => [];

    public bool Serves(ProviderId provider) => !Without.Contains(provider);

    /// <summary>Makes a profile fail from now on; null heals it.</summary>
    public void Fail(string profile, Func<Exception?>? failure)
    {
        if (failure is null) _failures.TryRemove(ProfileId.Parse(profile), out _);
        else _failures[ProfileId.Parse(profile)] = failure;
    }

    public IChatClient CreateClient(ModelRef model, AuthProfile profile, ProviderEndpoint? endpoint, SendPermit permit) =>
        FailToCreate is { } failure ? throw failure() : new Client(this, model, profile, permit);

    private sealed class Client(ScriptedProvider vendor, ModelRef model, AuthProfile profile, SendPermit permit) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            if (!vendor.SendsUnrecorded)
            {
                permit.Spend(profile, null);
                permit.TryLeave();
            }
            List<ChatMessage> sent = [.. messages];
            var seen = new SeenRequest(model, profile.Id, profile.Payer, sent is [.., var last] ? last.Text : "") { Messages = sent.Count };
            vendor.Seen.Enqueue(seen);
            await Task.Yield();
            if (vendor.Until is { } moment) await moment.WaitAsync(cancellationToken);
            if (vendor.Holds is { } holds) await holds(seen).WaitAsync(cancellationToken);
            var failure = vendor._failures.TryGetValue(profile.Id, out var make) ? make() : null;
            for (var part = 0; failure is null ? part < 2 : part < vendor.PartsBeforeFailure; part++)
            {
                if (part > 0 && vendor.HoldsRest is { } rest) await rest(seen).WaitAsync(cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                yield return new ChatResponseUpdate(ChatRole.Assistant, part > 0 ? "." : vendor.Says?.Invoke(seen) ?? $"{model} by {profile.Id}");
            }
            if (failure is not null) throw failure;
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}

/// <summary>What the vendor saw of one request.</summary>
public sealed record SeenRequest(ModelRef Model, ProfileId Profile, Payer Payer, string Text)
{
    /// <summary>How many messages it consisted of, the history included.</summary>
    public int Messages { get; init; } = 1;
}
