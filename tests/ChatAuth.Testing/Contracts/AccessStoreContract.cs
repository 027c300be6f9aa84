using ChatAuth.Core.Access;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Sessions;

namespace ChatAuth.Testing.Contracts;

/// <summary>What every access store promises.</summary>
public abstract class AccessStoreContract
{
    private static readonly Person Alice = SessionStates.Alice;
    private static readonly Person Bob = SessionStates.Bob;
    private static readonly byte[] Code = [.. Enumerable.Repeat((byte)0xFA, 32)];
    private static readonly byte[] Other = [.. Enumerable.Repeat((byte)0xCE, 32)];
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private IAccessStore _store = null!;

    /// <summary>An empty store.</summary>
    protected abstract IAccessStore Create();

    [SetUp]
    public void CreateStore() => _store = Create();

    [Test]
    public async Task Nothing_is_granted_at_first()
    {
        var grants = await _store.LoadAsync(default);

        Assert.That(grants.Owners, Is.Empty);
        Assert.That(grants.Rules, Is.Empty);
    }

    [Test]
    public async Task Owner_comes_and_goes_and_only_a_change_is_true()
    {
        var changes = new List<bool>();

        foreach (var owner in (bool[])[true, true, false, false]) changes.Add(await _store.SaveOwnerAsync(Alice, owner, default));

        Assert.That(changes, Is.EqualTo((bool[])[true, false, true, false]));
        Assert.That((await _store.LoadAsync(default)).Owners, Is.Empty);
    }

    [Test]
    public async Task Rules_are_loaded_as_they_were_saved()
    {
        AccessRule[] rules =
        [
            new("a", false, Rights.All, Alice, null, ConversationPattern.Private),
            new("b", true, Rights.Pin | Rights.Ask, Alice, null, ConversationPattern.Private),
            new("c", false, Rights.View, null, 42, Pattern("space:discord:77")),
            new("d", false, Rights.View, null, null, Pattern(SessionKey.Terminal("t:1").ToString())),
        ];

        foreach (var rule in rules) await _store.SaveRuleAsync(rule, default);

        Assert.That((await _store.LoadAsync(default)).Rules, Is.EqualTo(rules));
    }

    [Test]
    public async Task Rule_replaces_that_of_the_same_person_place_and_direction()
    {
        var rule = new AccessRule("a", false, Rights.Ask, Alice, null, ConversationPattern.Private);
        await _store.SaveRuleAsync(rule, default);

        await _store.SaveRuleAsync(rule with { Id = "b", Rights = Rights.View }, default);

        Assert.That((await _store.LoadAsync(default)).Rules, Is.EqualTo((AccessRule[])[rule with { Id = "b", Rights = Rights.View }]));
    }

    [Test]
    public async Task Rules_of_a_person_are_deleted_for_one_place_or_all()
    {
        var rule = new AccessRule("a", false, Rights.Ask, Alice, null, ConversationPattern.Private);
        await _store.SaveRuleAsync(rule, default);
        await _store.SaveRuleAsync(rule with { Denies = true }, default);
        await _store.SaveRuleAsync(rule with { Conversation = Pattern("space:discord:77") }, default);
        await _store.SaveRuleAsync(rule with { Person = Bob }, default);

        var place = await _store.DeleteRulesAsync(Alice, ConversationPattern.Private, default);
        var rest = await _store.DeleteRulesAsync(Alice, null, default);

        Assert.That((place, rest), Is.EqualTo((2, 1)));
        Assert.That((await _store.LoadAsync(default)).Rules.Single().Person, Is.EqualTo(Bob));
    }

    [Test]
    public async Task Grants_loaded_do_not_change_any_more()
    {
        var grants = await _store.LoadAsync(default);

        await _store.SaveOwnerAsync(Alice, owner: true, default);

        Assert.That(grants.Owners, Is.Empty);
    }

    [Test]
    public async Task Code_makes_an_owner_once()
    {
        await _store.SaveClaimAsync(Code, Now.AddMinutes(15), default);

        var first = await _store.ClaimAsync(Alice, [.. Code], Now, default);
        var second = await _store.ClaimAsync(Bob, [.. Code], Now, default);

        Assert.That((first, second), Is.EqualTo((ClaimOutcome.Claimed, ClaimOutcome.Wrong)));
        Assert.That((await _store.LoadAsync(default)).Owners, Is.EquivalentTo((Person[])[Alice]));
    }

    [Test]
    public async Task Code_claimed_by_many_at_once_makes_one_owner()
    {
        await _store.SaveClaimAsync(Code, Now.AddMinutes(15), default);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(id => Task.Run(() => _store.ClaimAsync(new Person("telegram", id), Code, Now, default))));

        Assert.That(outcomes.Count(outcome => outcome == ClaimOutcome.Claimed), Is.EqualTo(1));
        Assert.That((await _store.LoadAsync(default)).Owners, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Code_is_wrong_from_its_end_on()
    {
        await _store.SaveClaimAsync(Code, Now.AddMinutes(15), default);

        Assert.That(await _store.ClaimAsync(Alice, Code, Now.AddMinutes(15), default), Is.EqualTo(ClaimOutcome.Wrong));
    }

    [Test]
    public async Task New_code_makes_the_earlier_void()
    {
        await _store.SaveClaimAsync(Other, Now.AddMinutes(15), default);
        await _store.SaveClaimAsync(Code, Now.AddMinutes(15), default);

        Assert.That(await _store.ClaimAsync(Alice, Other, Now, default), Is.EqualTo(ClaimOutcome.Wrong));
        Assert.That(await _store.ClaimAsync(Alice, Code, Now, default), Is.EqualTo(ClaimOutcome.Claimed));
    }

    [Test]
    public async Task Voided_code_is_wrong()
    {
        await _store.SaveClaimAsync(Code, Now.AddMinutes(15), default);

        await _store.VoidClaimsAsync(default);

        Assert.That(await _store.ClaimAsync(Alice, Code, Now, default), Is.EqualTo(ClaimOutcome.Wrong));
    }

    [Test]
    public async Task Five_wrong_tries_end_the_day_for_that_person_alone()
    {
        await _store.SaveClaimAsync(Code, Now.AddDays(2), default);
        for (var i = 0; i < 5; i++) Assert.That(await _store.ClaimAsync(Alice, Other, Now, default), Is.EqualTo(ClaimOutcome.Wrong));

        Assert.That(await _store.ClaimAsync(Alice, Code, Now, default), Is.EqualTo(ClaimOutcome.TriesUsedUp));
        Assert.That(await _store.ClaimAsync(Bob, Other, Now, default), Is.EqualTo(ClaimOutcome.Wrong));
        Assert.That(await _store.ClaimAsync(Alice, Code, Now.AddDays(1), default), Is.EqualTo(ClaimOutcome.Claimed));
    }

    private static ConversationPattern Pattern(string text)
    {
        Assert.That(ConversationPattern.TryParse(text, out var pattern), Is.True);
        return pattern;
    }
}
