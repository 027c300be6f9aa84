using ChatAuth.Channels.Conversations;
using ChatAuth.Core.Hosting;
using Microsoft.Extensions.Hosting;

namespace ChatAuth.Channels.Telegram;

/// <summary>Keeps the menu of commands that Telegram shows, written only where it differs. What a menu shows is no right.</summary>
internal sealed class TelegramMenu(ITelegramSender sender, ChatAuthSettings settings, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    private static readonly TelegramCommand[] s_private =
    [
        new("new", "Begin the conversation anew; the choice stays"),
        new("help", "What can be typed"),
    ];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RepeatedWork.UntilDoneAsync(PublishAsync, Later, time, stoppingToken);

    /// <summary>Writes the menus that differ; false when Telegram did not take one.</summary>
    public async Task<bool> PublishAsync(CancellationToken cancellationToken)
    {
        var groups = await PublishAsync("all_group_chats", [.. TelegramMenuCommands.Always, .. TelegramMenuCommands.AliasesOf(settings.Catalog)], cancellationToken).ConfigureAwait(false);
        TelegramCommand[] alone = [.. TelegramMenuCommands.Always, .. s_private, .. TelegramMenuCommands.AliasesOf(settings.Catalog)];
        return await PublishAsync("all_private_chats", alone, cancellationToken).ConfigureAwait(false) && groups;
    }

    private async Task<bool> PublishAsync(string scope, IReadOnlyList<TelegramCommand> commands, CancellationToken cancellationToken)
    {
        TelegramCommand[] wanted = [.. commands.Take(TelegramMenuCommands.Most)];
        var known = await sender.SendAsync(new TelegramRequest.GetMyCommands(new TelegramScope(scope)), cancellationToken).ConfigureAwait(false);
        if (known is not TelegramAnswer.Done { Result: var result }) return false;
        if (TelegramMenuCommands.Read(result).SequenceEqual(wanted)) return true;
        var written = new TelegramRequest.SetMyCommands(wanted, new TelegramScope(scope));
        return await sender.SendAsync(written, cancellationToken).ConfigureAwait(false) is TelegramAnswer.Done;
    }
}
