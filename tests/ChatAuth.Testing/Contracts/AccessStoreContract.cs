using ChatAuth.Core.Access;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Sessions;

namespace ChatAuth.Testing.Contracts;

/// <summary>What every access store promises: owners and rules. Claim codes are in a further file of this type.</summary>
public abstract partial class AccessStoreContract
{
    private static readonly Person Alice = SessionStates.Alice;
    private static readonly Person Bob = SessionStates.Bob;

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

    private static ConversationPattern Pattern(string text)
    {
        Assert.That(ConversationPattern.TryParse(text, out var pattern), Is.True);
        return pattern;
    }
}
