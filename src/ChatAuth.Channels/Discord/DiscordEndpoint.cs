using System.Numerics;
using ChatAuth.Channels.Conversations;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Discord;

/// <summary>
/// Takes in the interactions that Discord brings by HTTP: what Discord did not sign is read no further, and what it signed is acted on now and once
/// (<see href="https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint"/>). Thread-safe.
/// </summary>
public sealed partial class DiscordEndpoint : IHostedLifecycleService, IDisposable
{
    /// <summary>Where the signature stands.</summary>
    public const string SignatureHeader = DiscordSignature.SignatureHeader;

    /// <summary>Where the time stands that is signed with the body.</summary>
    public const string TimestampHeader = DiscordSignature.TimestampHeader;

    /// <summary>The longest body, in bytes; Discord's are a few thousand.</summary>
    public const int MaxBody = 256 * 1024;

    private static readonly DiscordEndpointAnswer s_pong = DiscordEndpointAnswer.Of(new DiscordResponse(1));

    private readonly DiscordChannel _channel;
    private readonly ChannelReadiness _readiness;
    private readonly StopGrace _grace;
    private readonly ILogger<DiscordEndpoint>? _log;
    private readonly Ed25519Key _key;
    private readonly ReplayWindow _window;
    private readonly CancellationTokenSource _work = new();

    /// <exception cref="ChatAuthException"><see cref="ErrorCode.SignatureUnavailable"/>: this machine has no OpenSSL 3.</exception>
    internal DiscordEndpoint(
        DiscordChannel channel, DiscordSettings settings, ChannelReadiness readiness, StopGrace grace, TimeProvider time, ILogger<DiscordEndpoint>? log = null)
    {
        (_channel, _readiness, _grace, _log) = (channel, readiness, grace, log);
        _key = Ed25519PublicKey.TryParse(settings.PublicKey, out var key) ? Ed25519.Load(key) : throw new ArgumentException("No public key.", nameof(settings));
        _window = new ReplayWindow(time);
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
        return _window.Judge(timestamp!, interaction.Id) switch
        {
            ReplayWindow.Verdict.Timely => new(HandleAsync(interaction)),
            ReplayWindow.Verdict.Repeated => new(Refused(interaction, ErrorCode.InteractionRepeated)),
            _ => new(Untimely(interaction)),
        };
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
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await _channel.WhenIdleAsync(_grace.Left).ConfigureAwait(false);
        await _work.CancelAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _work.Dispose();
        _key.Dispose();
    }

    private async Task<DiscordEndpointAnswer> HandleAsync(DiscordInteraction interaction)
    {
        try
        {
            return DiscordEndpointAnswer.Of(await _channel.HandleAsync(DiscordInteractionReader.Read(interaction), _work.Token).ConfigureAwait(false));
        }
        catch (Exception defect) when (!_work.IsCancellationRequested)
        {
            // The entry point: whoever acted is told so, and not by Discord.
            GuardedWork.Log(_log, defect);
            return Refused(interaction, ErrorCode.Internal);
        }
    }

    private DiscordEndpointAnswer Untimely(DiscordInteraction interaction)
    {
        var count = _window.UntimelyCount;
        if (_log is not null && BitOperations.IsPow2(count)) LogUntimely(_log, count);
        return Refused(interaction, ErrorCode.InteractionUntimely);
    }

    private static DiscordEndpointAnswer Refused(DiscordInteraction interaction, ErrorCode code) => DiscordEndpointAnswer.Of(
        interaction.Type == DiscordInteraction.Completion ? DiscordCompletion.None : DiscordMessages.Response(new CommandReply.Failed(code)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Interactions of another time were refused, {Count} since the start: somebody sends old ones, or the clock of this machine is wrong")]
    private static partial void LogUntimely(ILogger log, long count);
}
