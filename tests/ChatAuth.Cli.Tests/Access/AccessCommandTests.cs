using System.Text.RegularExpressions;
using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Cli.Tests.Access;

internal sealed class AccessCommandTests
{
    private static readonly Person Someone = new("telegram", 42);
    private TestInstallation _installation = null!;

    [SetUp]
    public void SetUp() => _installation = new TestInstallation();

    [Test]
    public async Task Owner_is_made_and_unmade_and_each_time_it_says_what_changed()
    {
        string[] lines =
        [
            "access owner telegram:42", "access owner telegram:42", "access owner telegram:42 --remove", "access owner telegram:42 --remove",
        ];

        var said = new List<string>();
        foreach (var line in lines) said.Add((await _installation.RunAsync(line)).Output);

        Assert.That(said, Is.EqualTo(new[]
        {
            "telegram:42 is an owner now.\n",
            "telegram:42 was an owner already.\n",
            "telegram:42 is no owner any more.\n",
            "telegram:42 was no owner.\n",
        }));
    }

    [Test]
    public async Task Allow_grants_in_private_unless_a_conversation_is_named()
    {
        var run = await _installation.RunAsync("access allow telegram:42 ask,view");

        var rule = (await LoadAsync()).Rules.Single();
        Assert.That(run.Output, Is.EqualTo("Allowed ask,view to telegram:42 in private.\n"));
        Assert.That((rule.Denies, rule.Rights, rule.Person, rule.Conversation), Is.EqualTo((false, Rights.Ask | Rights.View, (Person?)Someone, ConversationPattern.Private)));
    }

    [Test]
    public async Task Deny_takes_rights_in_the_named_conversation()
    {
        var run = await _installation.RunAsync("access deny telegram:42 all --in telegram:bot:-100");

        var rule = (await LoadAsync()).Rules.Single();
        Assert.That(run.Output, Is.EqualTo("Denied all to telegram:42 in that conversation.\n"));
        Assert.That((rule.Denies, rule.Rights, rule.Conversation.ToString()), Is.EqualTo((true, Rights.All, "telegram:bot:-100")));
    }

    [TestCase("telegram:7:42", true, "private")]
    [TestCase("telegram:7:-100", false, "telegram:7:-100")]
    [TestCase("telegram:7:-100:5", false, "telegram:7:-100")]
    [TestCase("discord:a%20b:c%3Ad", false, "discord:a%20b:c%3Ad")]
    public async Task Line_that_a_stranger_is_shown_grants_them_what_it_says(string conversation, bool isPrivate, string where)
    {
        await using var world = new TestWorld();
        var asker = new Asker(Someone, SessionKey.TryParse(conversation, out var key) ? key : default, isPrivate);
        var refused = await world.Type<CommandReply.Failed>("/model status", world.Context(asker));

        var run = await _installation.RunAsync(refused.Grant!["chatauth ".Length..]);

        var rule = (await LoadAsync()).Rules.Single();
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That((rule.Rights, rule.Person, rule.Conversation.ToString()), Is.EqualTo((Rights.Ask | Rights.View, (Person?)Someone, where)));
    }

    [TestCase("access allow telegram:me ask")]
    [TestCase("access allow telegram:42 ask,everything")]
    [TestCase("access allow telegram:42 ask --in somewhere")]
    [TestCase("access owner @me")]
    public async Task Malformed_grant_is_refused_and_nothing_is_saved(string line)
    {
        var run = await _installation.RunAsync(line);

        Assert.That(run.ExitCode, Is.EqualTo(64));
        Assert.That((await LoadAsync()).Rules, Is.Empty);
    }

    [TestCase("", 2)]
    [TestCase(" --in private", 1)]
    public async Task Remove_says_how_many_grants_went(string where, int count)
    {
        await _installation.RunAsync("access allow telegram:42 ask");
        await _installation.RunAsync("access allow telegram:42 ask --in telegram:bot:-100");

        var run = await _installation.RunAsync($"access remove telegram:42{where}");

        Assert.That(run.Output, Is.EqualTo($"Removed from telegram:42: {count}.\n"));
    }

    [Test]
    public async Task List_shows_owners_grants_and_configured_rules()
    {
        await GrantSomeAsync();

        var run = await _installation.RunAsync("access list");

        Assert.That(run.Output, Is.EqualTo("""
            Owners  telegram:7
            allow  telegram:42  ask,pin  in private  granted
            deny   everyone  pin  in space:discord:9  configured  no-pins

            """));
    }

    [Test]
    public async Task List_as_json_keeps_grants_and_configuration_apart()
    {
        await GrantSomeAsync();

        var run = await _installation.RunAsync("access list --json");

        Assert.That(run.Output, Is.EqualTo("""
            {
              "owners": [
                "telegram:7"
              ],
              "granted": [
                {
                  "id": "access-allow",
                  "effect": "allow",
                  "rights": "ask,pin",
                  "person": "telegram:42",
                  "in": "private"
                }
              ],
              "configured": [
                {
                  "id": "no-pins",
                  "effect": "deny",
                  "rights": "pin",
                  "person": null,
                  "in": "space:discord:9"
                }
              ]
            }

            """));
    }

    [Test]
    public async Task Claim_prints_a_code_that_makes_its_sender_an_owner_once()
    {
        var code = await ClaimAsync();

        Assert.That(ClaimCode.TryParse(code, out var parsed));
        var first = await _installation.Stores.Access.ClaimAsync(Someone, parsed!.Hash, _installation.Now.AddMinutes(14), default);
        var second = await _installation.Stores.Access.ClaimAsync(Someone, parsed.Hash, _installation.Now.AddMinutes(14), default);
        Assert.That((first, second), Is.EqualTo((ClaimOutcome.Claimed, ClaimOutcome.Wrong)));
    }

    [Test]
    public async Task Claim_lives_for_15_minutes()
    {
        var code = await ClaimAsync();

        Assert.That(ClaimCode.TryParse(code, out var parsed));
        var late = await _installation.Stores.Access.ClaimAsync(Someone, parsed!.Hash, _installation.Now.AddMinutes(15), default);
        Assert.That(late, Is.EqualTo(ClaimOutcome.Wrong));
    }

    [Test]
    public async Task Claim_prints_another_code_each_time()
    {
        var first = await ClaimAsync();

        Assert.That(await ClaimAsync(), Is.Not.EqualTo(first));
    }

    private async Task<string> ClaimAsync()
    {
        var run = await _installation.RunAsync("access claim");
        return Regex.Match(run.Output, "^  /model claim ([A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{5})$", RegexOptions.Multiline).Groups[1].Value;
    }

    private async Task GrantSomeAsync()
    {
        Assert.That(ConversationPattern.TryParse("space:discord:9", out var space));
        _installation.Settings = _installation.Settings with { AccessRules = [new AccessRule("no-pins", true, Rights.Pin, null, null, space)] };
        await _installation.RunAsync("access owner telegram:7");
        await _installation.RunAsync("access allow telegram:42 pin,ask");
    }

    private Task<Grants> LoadAsync() => _installation.Stores.Access.LoadAsync(default);
}
