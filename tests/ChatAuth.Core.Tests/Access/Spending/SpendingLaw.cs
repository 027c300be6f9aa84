using ChatAuth.Core.Access;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Tests.Access.Spending;

/// <summary>Something that somebody does, and that may end at a vendor.</summary>
/// <param name="Who">Who does it.</param>
/// <param name="Where">In which conversation.</param>
/// <param name="Needs">The rights that it needs.</param>
/// <param name="Named">The profile that it names; null for none.</param>
internal sealed record Deed(Spender Who, Place Where, Rights Needs, string? Named = null);

/// <summary>
/// Who may spend what where, as the specification says it (design, sections 2, 4 and 5) and in other words than the code under test: lists of texts and plain loops.
/// </summary>
internal sealed class SpendingLaw
{
    public const string OldGroup = "-100";
    public const string NewGroup = "-1001";

    public List<HouseRule> Configured { get; } = [];

    public List<HouseRule> Granted { get; } = [];

    public List<Account> Accounts { get; } = [];

    public List<AccountRule> Rules { get; } = [];

    public Dictionary<string, string[]> Orders { get; } = [];

    /// <summary>The old group and the new one are one conversation.</summary>
    public bool HasMoved { get; set; }

    /// <summary>Why a request must not have been made; null where it may.</summary>
    /// <param name="deed">What was done.</param>
    /// <param name="model">The model that was asked.</param>
    /// <param name="account">The account that was spent.</param>
    /// <param name="pinned">The account that a person pinned there for that provider.</param>
    public string? Forbids(Deed deed, string model, string account, string? pinned)
    {
        if ((RightsOf(deed.Who, deed.Where) & deed.Needs) != deed.Needs) return $"{deed.Needs} is needed, and {RightsOf(deed.Who, deed.Where)} is all there is";
        var known = Accounts.Single(entry => entry.Id == account);
        if (!deed.Where.IsPrivate && !known.Shared) return "it is not to be spent before several people";
        if (known.People is { } people && !deed.Who.IsOperator && !people.Contains(deed.Who)) return "it is others'";
        if (known.Places is { } places && !places.Any(name => IsNamed(deed.Where, name))) return "it is for elsewhere";
        var spoken = Rules.Where(rule => Speaks(rule, deed, model)).ToList();
        if (spoken.Any(rule => rule.Effect is RuleEffect.Forbid && rule.Accounts.Contains(account))) return "a rule forbids it";
        if (deed.Named is { } named) return named == account ? null : $"{named} was named";
        if (pinned is not null) return pinned == account ? null : $"{pinned} is pinned";
        var required = spoken.Where(rule => rule.Effect is RuleEffect.Require).SelectMany(rule => rule.Accounts).ToList();
        if (required.Count > 0 && !required.Contains(account)) return "a rule requires another";
        return Orders.TryGetValue(account.Split(':')[0], out var order) && !order.Contains(account) ? "it is not in the order" : null;
    }

    public Rights RightsOf(Spender who, Place where)
    {
        if (who.IsOperator) return Rights.All;
        var isNamed = where.IsPrivate;
        var (given, taken) = (Rights.None, Rights.None);
        foreach (var rule in Configured.Concat(Granted))
        {
            if (!IsNamed(where, rule.Where)) continue;
            isNamed = true;
            if (rule.Who is { } person && person.ToString() != who.ToString()) continue;
            if (rule.NeedsRole && !who.HasRole) continue;
            if (rule.Denies) taken |= rule.Rights;
            else given |= rule.Rights;
        }
        if (!isNamed) return Rights.None;
        return (who.Id == SpendingHouse.Owner ? Rights.All : given) & ~taken;
    }

    private bool Speaks(AccountRule rule, Deed deed, string model) =>
        (rule.Models.Length == 0 || rule.Models.Contains(model) || rule.Models.Contains($"{model.Split('/')[0]}/*"))
        && (rule.Where.Length == 0 || rule.Where.Any(name => IsNamed(deed.Where, name)))
        && (rule.Kinds.Length == 0 || rule.Kinds.Contains(deed.Where.Kind))
        && (rule.People.Length == 0 || rule.People.Contains(deed.Who));

    private bool IsNamed(Place place, string name)
    {
        if (place.Names.Contains(name)) return true;
        var isGroup = place.Channel == "telegram" && place.Chat is OldGroup or NewGroup;
        return HasMoved && isGroup && place.NamesOf(OldGroup).Concat(place.NamesOf(NewGroup)).Contains(name);
    }
}

/// <summary>An entry of <c>Access:Rules</c>, or a grant.</summary>
internal sealed record HouseRule(bool Denies, Rights Rights, Spender? Who, bool NeedsRole, string Where);

/// <summary>A profile, and who may spend it where.</summary>
internal sealed record Account(string Id, Spender[]? People, string[]? Places, bool Shared);

/// <summary>An entry of <c>Auth:Rules</c>.</summary>
internal sealed record AccountRule(RuleEffect Effect, string[] Accounts, string[] Models, string[] Where, string[] Kinds, Spender[] People);
