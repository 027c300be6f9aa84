using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;

namespace ChatAuth.Core.Tests.Access.Spending;

/// <summary>Every way to a vendor that a person has; each tries to spend one account.</summary>
internal static class SpendingPaths
{
    private const Rights ToName = Rights.Ask | Rights.Switch | Rights.Pin;

    public delegate Task Path(SpendingWalk walk, Spender who, Place where, string account);

    public static IReadOnlyDictionary<string, Path> All { get; } = new Dictionary<string, Path>
    {
        ["message"] = (walk, who, where, _) => walk.SayAsync(Message(who, where), "hello"),
        ["stream"] = (walk, who, where, _) => walk.StreamAsync(Message(who, where)),
        ["plain client"] = (walk, who, where, _) => walk.PlainClientAsync(Message(who, where)),
        ["alias with a prompt"] = (walk, who, where, account) => walk.SayAsync(Naming(who, where, account), $"/{Selector(account)} hello"),
        ["form"] = (walk, who, where, account) => walk.FormAsync(Naming(who, where, account), Selector(account)),
        ["handed over"] = (walk, who, where, account) => walk.HandOverAsync(Naming(who, where, account), ModelOf(account)),
        ["right lost on the way"] = (walk, who, where, account) =>
            walk.SayAndLoseAsync(Naming(who, where, account), $"/{Selector(account)} hello", walk.Any([Rights.Ask, Rights.Pin, Rights.All])),
        ["test"] = (walk, who, where, account) => walk.SayAsync(new Deed(who, where, Rights.View | Rights.Pin, account), $"/model test {Selector(account)}"),
        ["own pin"] = async (walk, who, where, account) =>
        {
            await ChooseAsync(walk, who, where, Selector(account));
            await walk.SayAsync(Message(who, where), "hello");
        },
        ["pin of an owner"] = async (walk, who, where, account) =>
        {
            await ChooseAsync(walk, OwnerOf(where), where, Selector(account));
            await walk.SayAsync(Message(who, where), "hello");
        },
        ["thread under a pin"] = async (walk, who, where, account) =>
        {
            await ChooseAsync(walk, OwnerOf(where), where with { Thread = null }, Selector(account));
            await walk.SayAsync(Message(who, where), "/model inherit");
            await walk.SayAsync(Message(who, where), "hello");
        },
        ["end of a timed pin"] = async (walk, who, where, account) =>
        {
            await ChooseAsync(walk, OwnerOf(where), where, Selector(account));
            await ChooseAsync(walk, OwnerOf(where), where, $"{Selector(walk.Any(SpendingHouse.Ids))} for 1h");
            walk.Wait(TimeSpan.FromHours(2));
            await walk.SayAsync(Message(who, where), "hello");
        },
        ["undo"] = async (walk, who, where, account) =>
        {
            await ChooseAsync(walk, OwnerOf(where), where, Selector(account));
            await ChooseAsync(walk, OwnerOf(where), where, "reset");
            await walk.SayAsync(Message(who, where), "/model undo");
            await walk.SayAsync(Message(who, where), "hello");
        },
        ["own button"] = async (walk, who, where, _) =>
        {
            if (await ButtonAsync(walk, who, where) is { } token) await walk.TapAsync(Message(who, where), token);
            await walk.SayAsync(Message(who, where), "hello");
        },
        ["tap of another person's button"] = async (walk, who, where, account) =>
        {
            var other = Another(walk, who);
            if (await AskedAsync(walk, other, where, account) is { } question) await walk.TapAsync(Nothing(who, where), question.Once);
            if (await ButtonAsync(walk, other, where) is { } token) await walk.TapAsync(Nothing(who, where), token);
        },
        ["consent"] = async (walk, who, where, account) =>
        {
            if (await AskedAsync(walk, who, where, account) is { } question) await walk.TapAsync(Consent(who, where), question.Once);
        },
        ["consent after a loss of rights"] = async (walk, who, where, account) =>
        {
            if (await AskedAsync(walk, who, where, account) is not { } question) return;
            await walk.ChangeGrantsAsync();
            await walk.TapAsync(Consent(who, where), question.Once);
        },
        ["typed consent"] = async (walk, who, where, account) =>
        {
            await AskedAsync(walk, who, where, account);
            await walk.SayAsync(Consent(who, where), "/model allow");
        },
        ["consent of another for the session"] = async (walk, who, where, account) =>
        {
            var other = Another(walk, who);
            if (await AskedAsync(walk, other, where, account) is { } question) await walk.TapAsync(Consent(other, where), question.Session);
            await walk.SayAsync(Message(who, where), "hello");
        },
        ["failover"] = (walk, who, where, account) => FailingAsync(walk, [account], () => walk.SayAsync(Message(who, where), "hello")),
        ["fallback"] = (walk, who, where, _) => FailingAsync(walk, SpendingHouse.Ids[..3], async () =>
        {
            await walk.SayAsync(Message(who, where), "hello");
            await walk.SayAsync(Message(who, where), "hello");
        }),
        ["migration"] = async (walk, who, where, account) =>
        {
            await ChooseAsync(walk, OwnerOf(where), where, Selector(account));
            if (walk.Random.Next(20) == 0) await walk.MoveAsync();
            var there = walk.Law.HasMoved && where.Chat == SpendingLaw.OldGroup ? where with { Chat = SpendingLaw.NewGroup } : where;
            await walk.SayAsync(Message(who, there), "hello");
        },
    };

    private static Deed Message(Spender who, Place where) => new(who, where, Rights.Ask);

    private static Deed Naming(Spender who, Place where, string account) => new(who, where, ToName, account);

    private static Deed Consent(Spender who, Place where) => new(who, where, Rights.Ask | Rights.Pin);

    private static Deed Nothing(Spender who, Place where) => new(who, where, (Rights)int.MaxValue);

    private static Task ChooseAsync(SpendingWalk walk, Spender who, Place where, string words) => walk.SayAsync(Nothing(who, where), $"/model {words}");

    private static string ModelOf(string account) => account.StartsWith("openai", StringComparison.Ordinal) ? "openai/gpt-5.2" : "anthropic/claude-opus-4-5";

    private static string Selector(string account) => $"{(account.StartsWith("openai", StringComparison.Ordinal) ? "gpt" : "opus")}@{account}";

    private static Spender OwnerOf(Place where) => where.Channel == "terminal" ? new("terminal", 1) : new(where.Channel, where.IsPrivate ? long.Parse(where.Chat, null) : SpendingHouse.Owner);

    /// <summary>Somebody else who is there too; in a private chat that is nobody, and somebody forges it.</summary>
    private static Spender Another(SpendingWalk walk, Spender who) =>
        walk.Any(SpendingHouse.People.Where(person => (who.IsOperator || person.Platform == who.Platform) && person != who).ToList());

    /// <summary>Another payer comes first because this one rests: somebody is asked, where anybody can be.</summary>
    private static async Task<(string Once, string Session)?> AskedAsync(SpendingWalk walk, Spender who, Place where, string account)
    {
        await ChooseAsync(walk, who, where, "reset");
        await walk.SayAsync(Message(who, where), "hello");
        (string, string)? found = null;
        await FailingAsync(walk, [account, walk.Any(SpendingHouse.Ids)], async () => found = QuestionIn(await walk.SayAsync(Message(who, where), "hello")));
        return found;
    }

    private static (string Once, string Session)? QuestionIn(AskResult result)
    {
        var actions = (result as AskResult.Refused)?.Reply.Actions ?? [];
        return TokenOf(ReplyActionKind.AllowOnce) is { } once && TokenOf(ReplyActionKind.AllowSession) is { } session ? (once, session) : null;

        string? TokenOf(ReplyActionKind kind) => actions.FirstOrDefault(action => action.Kind == kind)?.Token;
    }

    /// <summary>Any button of a list that selects something.</summary>
    private static async Task<string?> ButtonAsync(SpendingWalk walk, Spender who, Place where)
    {
        var list = await walk.SayAsync(Nothing(who, where), walk.Any(["/model", "/model status"]));
        var tokens = ((list as AskResult.Refused)?.Reply.Actions ?? []).Where(action => action.Kind is ReplyActionKind.Select or ReplyActionKind.Pick).Select(action => action.Token).ToList();
        return tokens.Count > 0 ? walk.Any(tokens) : null;
    }

    private static async Task FailingAsync(SpendingWalk walk, IReadOnlyList<string> accounts, Func<Task> act)
    {
        foreach (var account in accounts) walk.Fail(account, true);
        await act();
        foreach (var account in accounts) walk.Fail(account, false);
    }
}
