using ChatAuth.Channels.Conversations;
using ChatAuth.Core.Hosting;
using Microsoft.Extensions.Hosting;

namespace ChatAuth.Channels.Telegram;

/// <summary>Our entries in the menus of a bot that has commands of its own. Hosted, it adds them at the start, and again until Telegram has taken them.</summary>
public sealed class TelegramMenuEntries : BackgroundService
{
    private const string Default = "default";

    /// <summary>What a narrower menu does not name is not offered there, so each that the bot has is added to.</summary>
    private static readonly string[] s_narrower = ["all_private_chats", "all_group_chats", "all_chat_administrators"];

    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    private readonly ITelegramSender _sender;
    private readonly ChatAuthSettings _settings;
    private readonly TimeProvider _time;

    internal TelegramMenuEntries(ITelegramSender sender, ChatAuthSettings settings, TimeProvider time)
    {
        (_sender, _settings, _time) = (sender, settings, time);
    }

    /// <summary>Adds what is missing or differs, behind what the bot has there; one of its own of the same name is written over. Menus for single chats or languages are left alone.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False where Telegram did not take all of it.</returns>
    public async Task<bool> AddAsync(CancellationToken cancellationToken = default)
    {
        var isTaken = await AddAsync(Default, cancellationToken).ConfigureAwait(false);
        foreach (var scope in s_narrower) isTaken &= await AddAsync(scope, cancellationToken).ConfigureAwait(false);
        return isTaken;
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RepeatedWork.UntilDoneAsync(AddAsync, Later, _time, stoppingToken);

    private async Task<bool> AddAsync(string scope, CancellationToken cancellationToken)
    {
        var found = await _sender.SendAsync(new TelegramRequest.GetMyCommands(new TelegramScope(scope)), cancellationToken).ConfigureAwait(false);
        if (found is not TelegramAnswer.Done { Result: var result }) return false;
        var known = TelegramMenuCommands.Read(result).ToList();
        if (known.Count == 0 && scope != Default) return true;
        var wanted = With(known);
        return known.SequenceEqual(wanted)
            || await _sender.SendAsync(new TelegramRequest.SetMyCommands(wanted, new TelegramScope(scope)), cancellationToken).ConfigureAwait(false) is TelegramAnswer.Done;
    }

    private List<TelegramCommand> With(List<TelegramCommand> known)
    {
        TelegramCommand[] ours = [.. TelegramMenuCommands.Always, .. TelegramMenuCommands.AliasesOf(_settings.Catalog)];
        var kept = known.Select(entry => ours.FirstOrDefault(other => other.Command == entry.Command) ?? entry);
        var added = ours.Where(entry => known.All(other => other.Command != entry.Command));
        return [.. kept.Concat(added).Take(TelegramMenuCommands.Most)];
    }
}
