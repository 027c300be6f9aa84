using ChatAuth.Core.Access;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Access;

public sealed class AccessPolicyTests
{
    private static readonly Person Alice = new("telegram", 1);
    private static readonly SessionKey Group = new("telegram", "7", "-100");
    private static readonly Asker InPrivate = new(Alice, new SessionKey("telegram", "7", "1"), IsPrivate: true);
    private static readonly Asker InGroup = new(Alice, Group, IsPrivate: false);

    [Test]
    public void Stranger_may_nothing_anywhere() =>
        Assert.That(
            new[] { InPrivate, InGroup }.Select(asker => new AccessPolicy([]).RightsOf(asker, Grants.None)),
            Is.All.EqualTo(Rights.None));

    [Test]
    public void Operator_at_the_terminal_may_everything() =>
        Assert.That(
            new AccessPolicy([]).RightsOf(new Asker(Person.Operator, SessionKey.Terminal("t"), true, IsOperator: true), Grants.None),
            Is.EqualTo(Rights.All));

    [Test]
    public void Message_of_nobody_may_nothing() =>
        Assert.That(new AccessPolicy([Allow("private")]).RightsOf(InPrivate with { Person = null }, Grants.None), Is.EqualTo(Rights.None));

    [Test]
    public void Owner_may_everything_in_private() =>
        Assert.That(new AccessPolicy([]).RightsOf(InPrivate, Owned()), Is.EqualTo(Rights.All));

    [Test]
    public void Owner_may_nothing_in_a_conversation_that_no_rule_names() =>
        Assert.That(new AccessPolicy([]).RightsOf(InGroup, Owned()), Is.EqualTo(Rights.None));

    [Test]
    public void Owner_may_everything_in_a_conversation_that_a_rule_names() =>
        Assert.That(new AccessPolicy([Allow("telegram:7:-100") with { Person = new Person("telegram", 99) }]).RightsOf(InGroup, Owned()), Is.EqualTo(Rights.All));

    [Test]
    public void Deny_wins_over_every_allow_and_over_ownership() =>
        Assert.That(
            new AccessPolicy([Allow("private"), Allow("private") with { Denies = true, Rights = Rights.Pin }]).RightsOf(InPrivate, Owned()),
            Is.EqualTo(Rights.All & ~Rights.Pin));

    [Test]
    public void Grant_at_run_time_counts_like_a_rule() =>
        Assert.That(
            new AccessPolicy([]).RightsOf(InPrivate, new Grants(new HashSet<Person>(), [Allow("private") with { Rights = Rights.Ask, Person = Alice }])),
            Is.EqualTo(Rights.Ask));

    [Test]
    public void Rule_of_a_conversation_covers_its_threads() =>
        Assert.That(
            new AccessPolicy([Allow("telegram:7:-100")]).RightsOf(InGroup with { Conversation = Group with { Thread = "5" } }, Grants.None),
            Is.EqualTo(Rights.All));

    [Test]
    public void Role_counts_only_in_the_space_that_the_rule_names()
    {
        var policy = new AccessPolicy([Allow("space:discord:7") with { Role = 42 }]);
        var member = new Asker(new Person("discord", 1), new SessionKey("discord", "7", "c"), false, Space: "7", Roles: [42]);

        Assert.That(policy.RightsOf(member, Grants.None), Is.EqualTo(Rights.All));
        Assert.That(policy.RightsOf(member with { Space = "8" }, Grants.None), Is.EqualTo(Rights.None));
        Assert.That(policy.RightsOf(member with { Roles = [] }, Grants.None), Is.EqualTo(Rights.None));
    }

    private static Grants Owned() => new(new HashSet<Person> { Alice }, []);

    private static AccessRule Allow(string where) => new("rule", false, Rights.All, null, null, TestWorld.Pattern(where));
}
