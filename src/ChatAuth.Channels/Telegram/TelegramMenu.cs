using System.Text.Json;
using ChatAuth.Channels.Conversations;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using Microsoft.Extensions.Hosting;

namespace ChatAuth.Channels.Telegram;

/// <summary>Keeps the menu of commands that Telegram shows, written only where it differs. What a menu shows is no right.</summary>
internal sealed class TelegramMenu(ITelegramSender sender, ChatAuthSettings settings, TimeProvider time) : BackgroundService
{
    private const int MostCommands = 100;
    private const int LongestName = 32;
    private const int LongestDescription = 256;
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    private static readonly TelegramCommand[] s_ours =
    [
        new("model", "Choose the model, and the account that pays"),
        new("models", "List the models and accounts"),
    ];

    private static readonly TelegramCommand[] s_private =
    [
        new("new", "Begin the conversation anew; the choice stays"),
        new("help", "What can be typed"),
    ];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RepeatedWork.UntilDoneAsync(PublishAsync, Later, time, stoppingToken);

    /// <summary>Writes the menus that differ; false when Telegram did not take one.</summary>
    public async Task<bool> PublishAsync(CancellationToken cancellationToken)
    {
        TelegramCommand[] aliases =
        [
            .. settings.Catalog.Aliases.Where(alias => IsCommand(alias.Key) && settings.Catalog.Allows(alias.Value.Ref))
                .Select(alias => new TelegramCommand(alias.Key.ToLowerInvariant(), Describe(alias.Value))),
        ];
        var groups = await PublishAsync("all_group_chats", [.. s_ours, .. aliases], cancellationToken).ConfigureAwait(false);
        return await PublishAsync("all_private_chats", [.. s_ours, .. s_private, .. aliases], cancellationToken).ConfigureAwait(false) && groups;
    }

    private async Task<bool> PublishAsync(string scope, IReadOnlyList<TelegramCommand> commands, CancellationToken cancellationToken)
    {
        List<TelegramCommand> wanted = [.. commands.Take(MostCommands)];
        var known = await sender.SendAsync(new TelegramRequest.GetMyCommands(new TelegramScope(scope)), cancellationToken).ConfigureAwait(false);
        if (known is not TelegramAnswer.Done { Result: var result }) return false;
        if (Read(result).SequenceEqual(wanted)) return true;
        var written = new TelegramRequest.SetMyCommands(wanted, new TelegramScope(scope));
        return await sender.SendAsync(written, cancellationToken).ConfigureAwait(false) is TelegramAnswer.Done;
    }

    private static IEnumerable<TelegramCommand> Read(JsonElement result) => result.ValueKind is not JsonValueKind.Array ? []
        : result.EnumerateArray().Select(entry => new TelegramCommand(TextIn(entry, "command"), TextIn(entry, "description")));

    private static string TextIn(JsonElement entry, string name) =>
        entry.ValueKind is JsonValueKind.Object && entry.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString()! : "";

    /// <summary>Telegram's menu has no room for other names; they work all the same when they are typed.</summary>
    private static bool IsCommand(string name) => name.Length <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static string Describe(CatalogModel model) => ShortName.Of($"Use {model.Label ?? model.Ref.ToString()}", LongestDescription);
}
