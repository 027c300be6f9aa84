using ChatAuth.Channels.Conversations;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Discord;

/// <summary>
/// Takes in the interactions that Discord brings by HTTP: what Discord did not sign is read no further, and what it signed is acted on now and once
/// (<see href="https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint"/>). Thread-safe.
/// </summary>
public sealed class DiscordEndpoint : IHostedLifecycleService, IDisposable
{
    /// <summary>Where the signature stands.</summary>
    public const string SignatureHeader = DiscordSignature.SignatureHeader;

    /// <summary>Where the time stands that is signed with the body.</summary>
    public const string TimestampHeader = DiscordSignature.TimestampHeader;

    /// <summary>The longest body, in bytes; Discord's are a few thousand.</summary>
    public const int MaxBody = 256 * 1024;

    private static readonly DiscordEndpointAnswer s_pong = DiscordEndpointAnswer.Of(new DiscordResponse(1));

    private readonly ChannelReadiness _readiness;
    private readonly Ed25519Key _key;
    private readonly DiscordTurns _turns;

    /// <exception cref="ChatAuthException"><see cref="ErrorCode.SignatureUnavailable"/>: this machine has no OpenSSL 3.</exception>
    internal DiscordEndpoint(
        DiscordChannel channel, DiscordSettings settings, ChannelReadiness readiness, StopGrace grace, TimeProvider time, ILogger<DiscordEndpoint>? log = null)
    {
        _readiness = readiness;
        _key = Ed25519PublicKey.TryParse(settings.PublicKey, out var key) ? Ed25519.Load(key) : throw new ArgumentException("No public key.", nameof(settings));
        _turns = new DiscordTurns(channel, grace, time, log);
    }

    /// <summary>Takes in a request. What it asks for goes on when the request has ended.</summary>
    /// <param name="signature">The header <see cref="SignatureHeader"/>; null where there was not one.</param>
    /// <param name="timestamp">The header <see cref="TimestampHeader"/>; null where there was not one.</param>
    /// <param name="body">The body as it came; not used any more when the answer is there.</param>
    /// <returns>The answer, within about a second.</returns>
    public ValueTask<DiscordEndpointAnswer> ReceiveAsync(string? signature, string? timestamp, ReadOnlyMemory<byte> body)
    {
        if (!DiscordSignature.Verify(_key, signature, timestamp, body.Span)) return new(DiscordEndpointAnswer.Unsigned);
        if (DiscordInteractionJson.Find(body.Span) is not { } interaction) return new(DiscordEndpointAnswer.Of(DiscordMessages.Unknown));
        if (interaction.Type == DiscordInteraction.Ping) return new(s_pong);
        return new(AnswerAsync(interaction, _turns.Judge(timestamp!, interaction)));
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _readiness.NotReady("stopped");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>By now the server has stopped too: nothing new comes.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) => _turns.EndAsync();

    /// <inheritdoc/>
    public void Dispose()
    {
        _turns.Dispose();
        _key.Dispose();
    }

    private async Task<DiscordEndpointAnswer> AnswerAsync(DiscordInteraction interaction, ReplayWindow.Verdict verdict) =>
        DiscordEndpointAnswer.Of(await _turns.AnswerAsync(interaction, verdict).ConfigureAwait(false));
}
