using System.Collections.Concurrent;
using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>What a row of a picker means: who could be charged for which model. A change of badge alone leaves it as it is.</summary>
internal sealed record PickerTarget(ModelRef Model, string Accounts)
{
    /// <summary>What each row of the list means to this person.</summary>
    public static IReadOnlyList<PickerTarget> Of(Turn turn, SessionState state) => Of(turn, PickerRows.ModelsOf(turn, state));

    /// <summary>What these models mean as rows.</summary>
    public static IReadOnlyList<PickerTarget> Of(Turn turn, IReadOnlyList<ModelRef> models)
    {
        var accounts = models.Select(model => model.Provider).Distinct().ToDictionary(provider => provider.Name, provider => TextOf(turn, provider));
        return [.. models.Select(model => new PickerTarget(model, accounts[model.Provider.Name]))];
    }

    /// <summary>Who could be charged at a provider.</summary>
    public static string TextOf(Turn turn, ProviderId provider) => TextOf(turn.AccountsOf(provider));

    private static string TextOf(IEnumerable<AuthProfile> accounts) =>
        string.Join('\n', accounts.Select(account => $"{account.Id}\t{account.Payer}\t{account.Billing}").Order(StringComparer.Ordinal));
}

/// <summary>The picker that each person saw last in each conversation. In memory only: after a restart a number gets a fresh list.</summary>
internal sealed class PickerMemory
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<(SessionKey, Person), Shown> _shown = new();

    /// <summary>A picker is on its way, or has arrived.</summary>
    public void Remember(CommandContext context, ChoiceId choice, PickerMeaning rows, DateTimeOffset? deliveredAt)
    {
        if (context.Asker.Person is not { } person) return;
        if (_shown.Count >= Most) _shown.Clear();
        _shown[(context.Asker.Conversation, person)] = new Shown(context.Cause, choice, rows, deliveredAt);
    }

    /// <summary>The picker that answers this message has arrived. One that was overtaken by a later one is none that was seen last.</summary>
    public void Deliver(CommandContext context, DateTimeOffset at)
    {
        if (context.Asker.Person is { } person && _shown.TryGetValue((context.Asker.Conversation, person), out var shown) && shown.Answers == context.Cause)
        {
            _shown.TryUpdate((context.Asker.Conversation, person), shown with { DeliveredAt = at }, shown);
        }
    }

    /// <summary>Whether a number in this message means a row of these, under this choice; never in a second delivery of the message that the picker answered.</summary>
    public bool StillMeans(CommandContext context, ChoiceId choice, PickerMeaning rows) =>
        context.Asker.Person is { } person
        && _shown.TryGetValue((context.Asker.Conversation, person), out var shown)
        && shown.DeliveredAt is { } delivered
        && shown.Answers != context.Cause
        && (context.SentAt is null || context.SentAt >= delivered)
        && shown.Choice == choice
        && shown.Rows.IsSame(rows);

    private sealed record Shown(ChangeCause Answers, ChoiceId Choice, PickerMeaning Rows, DateTimeOffset? DeliveredAt);
}
