using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatAuth.Channels.Conversations;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Telegram;

/// <summary>Takes in the updates that Telegram brings, and tells Telegram at the start where to bring them.</summary>
public sealed partial class TelegramWebhook : BackgroundService
{
    /// <summary>An update that takes longer is finished after Telegram has been answered: its connections are few.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Later = TimeSpan.FromSeconds(5);

    /// <summary>Whoever has the token can take the webhook away, as a start with polling does; nothing tells us.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    private const int Connections = 40;

    private readonly TelegramIntake _intake;
    private readonly ITelegramSender _sender;
    private readonly TelegramSettings _settings;
    private readonly ChannelReadiness _readiness;
    private readonly StopGrace _grace;
    private readonly TimeProvider _time;
    private readonly ILogger<TelegramWebhook>? _log;
    private readonly CancellationTokenSource _work = new();
    private volatile bool _isStopping;
    private readonly byte[] _proof = RandomNumberGenerator.GetBytes(32);

    internal TelegramWebhook(
        TelegramIntake intake, ITelegramSender sender, TelegramSettings settings, ChannelReadiness readiness, StopGrace grace,
        TimeProvider time, ILogger<TelegramWebhook>? log = null)
    {
        (_intake, _sender, _settings, _readiness, _grace, _time, _log) = (intake, sender, settings, readiness, grace, time, log);
    }

    /// <summary>Whether a request proves that it comes from Telegram: it carries the secret. Compared in constant time.</summary>
    /// <param name="secretHeader">The header <c>X-Telegram-Bot-Api-Secret-Token</c>; null where there was none.</param>
    public bool IsGenuine(string? secretHeader) => _settings.WebhookSecret is { } secret && Secret.TryCreate(secretHeader, out var given)
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(secret.Fingerprint(_proof)), Encoding.ASCII.GetBytes(given!.Fingerprint(_proof)));

    /// <summary>Takes an update in, and waits for a while until it is dealt with.</summary>
    /// <param name="body">The update as Telegram's JSON.</param>
    /// <param name="cancellationToken">Cancels the waiting; what was begun goes on.</param>
    /// <returns>False when it could not be dealt with now: Telegram shall bring it again.</returns>
    public async Task<bool> ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (_isStopping || await _intake.FindBotAsync(cancellationToken).ConfigureAwait(false) is not { } bot) return false;
        try
        {
            using var update = JsonDocument.Parse(body);
            var taken = await _intake.TakeAsync(bot, [update.RootElement], cancellationToken, _work.Token).ConfigureAwait(false);
            foreach (var (_, recorded) in taken)
            {
                await recorded.WaitAsync(LongestAnswer, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            return !taken.Any(update => update.Recorded.IsCanceled);
        }
        catch (JsonException)
        {
            // No update: brought again it would be none either.
            return true;
        }
        catch (ChatAuthException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var request = new TelegramRequest.SetWebhook(_settings.WebhookUrl!.ToString(), _settings.WebhookSecret!.Reveal(), TelegramPoller.Kinds, Connections);
        try
        {
            while (true)
            {
                var isSet = await _intake.FindBotAsync(stoppingToken).ConfigureAwait(false) is not null
                    && await _sender.SendAsync(request, stoppingToken).ConfigureAwait(false) is TelegramAnswer.Done;
                if (isSet) _readiness.Ready();
                else NotSet();
                await Task.Delay(isSet ? Again : Later, _time, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        _isStopping = true;
        _readiness.NotReady("stopped");
        await _intake.WhenIdleAsync(_grace.Left, _time).ConfigureAwait(false);
        await _work.CancelAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _work.Dispose();
        base.Dispose();
    }

    private void NotSet()
    {
        _readiness.NotReady("Telegram did not take the webhook's address");
        if (_log is not null) LogNotSet(_log);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram did not take the webhook's address; trying again")]
    private static partial void LogNotSet(ILogger log);
}
