using System.Text.Json;
using ChatAuth.Channels.Conversations;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Hosting;
using Microsoft.Extensions.Hosting;

namespace ChatAuth.Channels.Telegram;

/// <summary>
/// Takes in the updates that a client library received, by polling or by a webhook: commands of ours, and taps on our buttons. Everything else is left alone, where the bot has
/// anything else. A singleton; thread-safe.
/// </summary>
public sealed class TelegramLibraryIntake : IHostedLifecycleService, IDisposable
{
    private readonly TelegramChannel _channel;
    private readonly TelegramIntake _intake;
    private readonly ChatAuthSettings _settings;
    private readonly bool _isOnlyBot;
    private readonly StopGrace _grace;
    private readonly TimeProvider _time;
    private readonly UnfinishedWork _unnumbered = new();
    private readonly CancellationTokenSource _work = new();

    internal TelegramLibraryIntake(TelegramChannel channel, TelegramIntake intake, ChatAuthSettings settings, bool isOnlyBot, StopGrace grace, TimeProvider time)
    {
        (_channel, _intake, _settings, _isOnlyBot, _grace, _time) = (channel, intake, settings, isOnlyBot, grace, time);
    }

    /// <summary>
    /// Takes an update in. It is answered when the answer is there, which nobody has to wait for; of one conversation, updates are handled in the order of the calls. What is told again
    /// under its number is done once.
    /// </summary>
    /// <param name="updateJson">The update as Telegram's JSON, or as a library writes it down again.</param>
    /// <param name="cancellationToken">Cancels taking it in; what was begun goes on until the host stops.</param>
    /// <returns>
    /// True: it is ours. False: it is the bot's own; of a group that got another id, the choice has come along. Null: it may be ours, but Telegram does not say who the bot is; nothing is done
    /// about it, and it can be handed in again.
    /// </returns>
    /// <exception cref="Core.Errors.ChatAuthException">The session database does not answer; it can be handed in again.</exception>
    public async Task<bool?> TryTakeAsync(ReadOnlyMemory<byte> updateJson, CancellationToken cancellationToken = default)
    {
        if (!_isOnlyBot && !MayBeOurs(updateJson.Span)) return false;
        if (await _intake.FindBotAsync(cancellationToken).ConfigureAwait(false) is not { } bot) return null;
        var happened = TelegramUpdateReader.Read(updateJson.Span, bot);
        var isOurs = _isOnlyBot || IsOurs(happened);
        if (!isOurs && happened is not TelegramEvent.Migrated) return false;
        // Whoever was handed a message without its update has no number to tell.
        if (happened.UpdateId is null) _unnumbered.Add(_channel.Receive(happened, _work.Token).Done);
        else await _intake.TakeAsync(bot, [JsonElement.Parse(updateJson.Span)], cancellationToken, _work.Token).ConfigureAwait(false);
        return isOurs;
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>By now what receives updates has stopped too, where it stops with the host: nothing new comes.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await WhenIdleAsync(_grace.Left).ConfigureAwait(false);
        await _work.CancelAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();

    /// <summary>Waits until every update that was taken is dealt with, as long as that may take.</summary>
    internal Task WhenIdleAsync(TimeSpan atMost) => Task.WhenAll(_unnumbered.WhenIdleAsync(atMost, _time), _intake.WhenIdleAsync(atMost, _time));

    /// <summary>What is the bot's own whoever the bot is, Telegram need not be asked about: a bot that polls loses what cannot be taken. A command may stand behind the bot's name.</summary>
    private bool MayBeOurs(ReadOnlySpan<byte> updateJson) => TelegramUpdateJson.Find(updateJson, TelegramUpdateJson.Default.TelegramUpdate) switch
    {
        { Message: { MigrateToChatId: not 0 } or { MigrateFromChatId: not 0 } } => true,
        { Message: { } message } => (message.Text ?? message.Caption ?? "").Split('/').Skip(1).Any(word => CommandText.IsOurs($"/{word}", _settings.Catalog)),
        { CallbackQuery.Data: { } token } => ButtonForm.IsToken(token),
        _ => false,
    };

    private bool IsOurs(TelegramEvent happened) => happened switch
    {
        TelegramEvent.Said { Context: { Standing: TextStanding.Own } context } said => CommandText.IsOurs(said.Text, _settings.Catalog, context.Bot),
        TelegramEvent.Tapped tap => ButtonForm.IsToken(tap.Token),
        _ => false,
    };
}
