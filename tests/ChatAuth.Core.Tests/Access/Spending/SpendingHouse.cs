using ChatAuth.Core.Access;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Access.Spending;

/// <summary>A random installation: people, conversations, accounts and rules, as a law and as the settings of the product.</summary>
internal sealed class SpendingHouse
{
    public const long Owner = 4;
    private const long Role = 900;

    public static readonly string[] Ids = ["anthropic:one", "anthropic:two", "anthropic:three", "openai:four", "openai:five"];

    private static readonly Rights[] s_rights = [Rights.Ask, Rights.Ask | Rights.View, Rights.All & ~Rights.Pin, Rights.All, Rights.All];
    private static readonly string[] s_names =
    [
        "private", "telegram:7:-100", "telegram:7:-100", "telegram:7:-100:5", "telegram:7:-1001", "telegram:7:-200", "telegram:7:1",
        "discord:9:500", "discord:9:500:6", "space:discord:77", "space:discord:88", "terminal:local:main",
    ];

    private readonly Random _random;

    public SpendingHouse(Random random)
    {
        _random = random;
        for (var i = random.Next(2, 6); i > 0; i--) Law.Configured.Add(AnyRule());
        foreach (var id in Ids) Law.Accounts.Add(new Account(id, Maybe(People), Maybe(s_names), random.Next(3) > 0));
        for (var i = random.Next(3); i > 0; i--) Law.Rules.Add(AnyAccountRule());
        if (random.Next(3) == 0) Law.Orders["anthropic"] = random.GetItems(Ids[..3], 2);
    }

    public static Spender[] People { get; } =
        [.. from platform in new[] { "telegram", "discord" } from id in new long[] { 1, 2, 3, Owner } select new Spender(platform, id) { HasRole = platform == "discord" && id is 2 }];

    public SpendingLaw Law { get; } = new();

    /// <summary>Where somebody can write.</summary>
    public static Place[] PlacesOf(Spender who, bool moved) => who.Platform switch
    {
        "terminal" => [new("terminal", "local", "main") { IsPrivate = true }],
        "telegram" =>
        [
            new("telegram", "7", $"{who.Id}") { IsPrivate = true }, new("telegram", "7", $"{who.Id}") { IsPrivate = true, HostKind = "cron" },
            .. new[] { moved ? SpendingLaw.NewGroup : SpendingLaw.OldGroup, SpendingLaw.OldGroup, "-200" }.SelectMany(chat => new Place[] { new("telegram", "7", chat), new("telegram", "7", chat, "5") }),
        ],
        _ =>
        [
            new("discord", "9", "500") { Space = "77" }, new("discord", "9", "500", "6") { Space = "77" }, new("discord", "9", "501") { Space = "77" },
            new("discord", "9", "600") { Space = "88" }, new("discord", "9", $"{who.Id}") { IsPrivate = true },
        ],
    };

    public HouseRule AnyRule()
    {
        var where = Any(s_names);
        var needsRole = where.Contains("discord", StringComparison.Ordinal) && _random.Next(2) == 0;
        return new HouseRule(_random.Next(5) == 0, Any(s_rights), needsRole || _random.Next(2) == 0 ? null : Any(People), needsRole, where);
    }

    public static AccessRule RuleOf(HouseRule rule, string id) => new(
        id, rule.Denies, rule.Rights, rule.Who is { } who ? PersonOf(who) : null, rule.NeedsRole ? Role : null, TestWorld.Pattern(rule.Where));

    public static Person PersonOf(Spender who) => who.IsOperator ? Person.Operator : new Person(who.Platform, who.Id);

    public static Asker AskerOf(Spender who, Place where) => new(
        PersonOf(who), new SessionKey(where.Channel, where.Bot, where.Chat, where.Thread), where.IsPrivate, where.Space,
        who.HasRole ? [Role] : null, who.IsOperator, where.HostKind);

    public ChatAuthSettings Configure(ChatAuthSettings settings) => settings with
    {
        AccessRules = [.. Law.Configured.Select((rule, at) => RuleOf(rule, $"rule-{at}"))],
        Profiles = Law.Accounts.ToDictionary(account => ProfileId.Parse(account.Id), account => new ProfileSettings(ProfileId.Parse(account.Id), null, null, null,
            new ProfileAudience(account.People?.Select(PersonOf).ToList(), account.Places?.Select(TestWorld.Pattern).ToList(), account.Shared))),
        Rules = [.. Law.Rules.Select((rule, at) => new ProfileRule(
            $"row-{at}", rule.Effect, [.. rule.Accounts.Select(ProfileId.Parse)], rule.Models, [.. rule.Where.Select(TestWorld.Pattern)], rule.Kinds, [.. rule.People.Select(PersonOf)]))],
        Consent = new ConsentPresets(Any(Enum.GetValues<ConsentPreset>()), Any(Enum.GetValues<ConsentPreset>()), Any(Enum.GetValues<ConsentPreset>())),
        Catalog = new ModelCatalog(settings.Catalog.Models, settings.Catalog.Default, [ModelRef.Parse("openai/gpt-5.2")]),
    };

    public T Any<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private AccountRule AnyAccountRule() => new(
        Any(Enum.GetValues<RuleEffect>()), _random.GetItems(Ids, 2), Some("anthropic/*", "openai/gpt-5.2"), Some(s_names), Some("thread", "private", "shared", "cron"), Some(People));

    /// <summary>Half of the time anything, else at most one.</summary>
    private T[] Some<T>(params T[] from) => _random.Next(2) == 0 ? [] : [Any(from)];

    private T[]? Maybe<T>(T[] from) => _random.Next(5) < 3 ? null : [.. _random.GetItems(from, from.Length / 2).Distinct()];
}
