using ChatAuth.Core.Access;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Core.Tests.Hosting;

[TestFixture]
internal sealed class AccessReaderTests
{
    [Test]
    public void Entry_becomes_a_rule_for_each_person_and_conversation()
    {
        var rules = Written.Read(options => options.Access.Rules.Add(new()
        {
            Id = "team", Rights = { "ask", "View" },
            People = { "discord:1", "discord:2" }, Conversations = { "private", "space:discord:7" },
        })).AccessRules;

        Assert.That(rules, Has.Count.EqualTo(4).And.All.Matches<AccessRule>(rule =>
            rule is { Id: "team", Denies: false, Rights: Rights.Ask | Rights.View, Role: null }));
        Assert.That(rules.Select(rule => (rule.Person?.Id, rule.Conversation.ToString())), Is.EquivalentTo(new[]
        {
            ((long?)1, "private"), (1, "space:discord:7"), (2, "private"), (2, "space:discord:7"),
        }));
    }

    [Test]
    public void Entry_without_people_and_places_is_for_everyone_in_private()
    {
        var rule = Written.Read(options =>
            options.Access.Rules.Add(new() { Id = "all", Rights = { "all" }, Effect = "deny" })).AccessRules.Single();

        Assert.That(rule, Is.EqualTo(new AccessRule("all", true, Rights.All, null, null, ConversationPattern.Private)));
    }

    [Test]
    public void Entry_becomes_a_rule_for_each_role()
    {
        var rules = Written.Read(options => options.Access.Rules.Add(Entry(["5", "6"], "space:discord:7"))).AccessRules;

        Assert.That(rules.Select(rule => (rule.Person, rule.Role)), Is.EqualTo(new (Person?, long?)[] { (null, 5), (null, 6) }));
    }

    [Test]
    public void Role_that_stands_in_private_alone_is_refused([Values(null, "private")] string? conversation)
    {
        var problems = Written.ProblemsOf(options => options.Access.Rules.Add(Entry(["5"], conversation)));

        Assert.That(problems, Is.EqualTo(new[]
        {
            "Access:Rules[0].Roles: must stand with a conversation or space: in private nobody has a role",
        }));
    }

    [Test]
    public void Role_beside_people_is_refused_as_ambiguous()
    {
        var entry = Entry(["5"], "space:discord:7");
        entry.People.Add("discord:1");

        var problems = Written.ProblemsOf(options => options.Access.Rules.Add(entry));

        Assert.That(problems, Has.One.StartsWith("Access:Rules[0].Roles: must stand in an entry without People"));
    }

    [TestCase("admin")]
    [TestCase("0")]
    [TestCase("-5")]
    public void Role_that_is_no_number_is_refused(string role)
    {
        var problems = Written.ProblemsOf(options => options.Access.Rules.Add(Entry([role], "space:discord:7")));

        Assert.That(problems, Is.EqualTo(new[] { "Access:Rules[0].Roles[0]: must be a role's number" }));
    }

    [Test]
    public void Words_that_are_unknown_are_refused()
    {
        var problems = Written.ProblemsOf(options => options.Access.Rules.Add(new() { Id = "", Effect = "", Rights = { "none" } }));

        Assert.That(problems, Is.EqualTo(new[]
        {
            "Access:Rules[0].Id: must be 1 to 256 letters, digits and . _ : @ + / -",
            "Access:Rules[0].Effect: must be allow or deny",
            "Access:Rules[0].Rights[0]: must be ask, view, switch, pin or all",
        }));
    }

    private static AccessRuleOptions Entry(IList<string> roles, string? conversation) => new()
    {
        Id = "roles", Rights = { "ask" }, Roles = roles, Conversations = conversation is null ? [] : [conversation],
    };
}
