using ChatAuth.Testing.Discord.Wire;

namespace ChatAuth.Testing.Discord;

/// <content>How the application hears of it.</content>
public sealed partial class FakeDiscordInteraction
{
    /// <summary>
    /// Signs it, posts it to the application's endpoint and does what the answer says; without an endpoint tells its sockets of it, and waits for the callback. A bad answer is its
    /// <see cref="Failure"/> and a defect.
    /// </summary>
    /// <exception cref="InvalidOperationException">It was sent before.</exception>
    public async Task<FakeDiscordInteraction> SendAsync()
    {
        if (IsAcknowledged || Failure is not null) throw new InvalidOperationException($"{this} was sent before.");
        IsOnItsWay = true;
        await (_world.EndpointUrl is null && _world.Hub.Listening.Count > 0 ? _world.Hub.BringAsync(this) : _world.Sender.SendAsync(this));
        IsOnItsWay = false;
        Changed.Pulse();
        return this;
    }

    /// <summary>
    /// Posts the same bytes again, as whoever recorded them may, and tells what was answered. Nothing is done with the answer.
    /// </summary>
    public Task<FakeDiscordReply> ReplayAsync(DateTimeOffset? signedAt = null) => _world.Sender.PostAsync(Sign(signedAt));

    /// <summary>Signs it without sending it.</summary>
    /// <param name="signedAt">The time in the signature; the interaction's own where it is null.</param>
    public FakeDiscordSignedRequest Sign(DateTimeOffset? signedAt = null) => _world.Key.Sign(signedAt ?? CreatedAt, Json);

    /// <summary>
    /// Another process will post it, and its answer counts as a deferred one: the token edits and follows up from now on.
    /// </summary>
    internal FakeDiscordSignedRequest HandOver()
    {
        lock (_world.Gate)
        {
            if (Type != Autocomplete && !IsAcknowledged) InteractionAnswer.Defer(this);
            return Sign();
        }
    }
}
