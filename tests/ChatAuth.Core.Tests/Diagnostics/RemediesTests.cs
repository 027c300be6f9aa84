using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Diagnostics;

public sealed class RemediesTests
{
    private static readonly ProfileId s_work = ProfileId.Parse("anthropic:work");
    private static readonly SessionKey s_group = new("telegram", "7", "-100");

    private static IEnumerable<TestCaseData> Kinds =>
    [
        new TestCaseData(new Credential.OAuth(null, null, null), "login --provider anthropic --profile-id work"),
        new TestCaseData(new Credential.Token(null, null), "paste-token --provider anthropic --profile-id work --same-account"),
        new TestCaseData(new Credential.ApiKey(null), "paste-api-key --provider anthropic --profile-id work --same-account"),
    ];

    [TestCaseSource(nameof(Kinds))]
    public void Credential_is_renewed_by_what_stored_it(Credential credential, string command) =>
        Assert.That(Of().ToRenew(AgentId.Main, Profile(credential)).ToString(), Is.EqualTo($"chatauth models auth {command}"));

    [Test]
    public void Credential_of_another_agent_is_renewed_there()
    {
        Assert.That(AgentId.TryParse("ops", out var ops), Is.True);

        Assert.That(Of().ToRenew(ops, Profile(new Credential.OAuth(null, null, null))).Command, Does.EndWith(" --profile-id work --agent ops"));
    }

    [Test]
    public void Borrowed_login_is_renewed_by_its_program()
    {
        var remedy = Of().ToRenew(AgentId.Main, Profile(new Credential.OAuth(null, null, null)) with { Source = "claude-cli" });

        Assert.That(remedy.ToString(), Is.EqualTo("use Claude Code once, or run claude setup-token"));
    }

    [Test]
    public void Key_of_the_environment_is_looked_up_where_it_is_listed() =>
        Assert.That(Of().ToRenew(AgentId.Main, Profile(new Credential.ApiKey(null)) with { Source = "process ANTHROPIC_API_KEY" }).Command, Is.EqualTo("chatauth models status"));

    [Test]
    public void Rest_is_ended_on_the_host_and_for_the_main_agent_in_the_chat()
    {
        Assert.That(AgentId.TryParse("ops", out var ops), Is.True);

        Assert.That(Of().ToClear(AgentId.Main, s_work), Is.EqualTo(new Remedy("chatauth models auth cooldown clear anthropic:work") { InChat = "/model clear @anthropic:work" }));
        Assert.That(Of().ToClear(ops, s_work), Is.EqualTo(new Remedy("chatauth models auth cooldown clear anthropic:work --agent ops")));
    }

    [Test]
    public void Commands_for_the_host_reach_this_installation() =>
        Assert.That(Of("CHATAUTH_STATE_DIR=/srv/bot ").ToMend(s_work, null, PinBreak.Missing, s_group).Command, Is.EqualTo("CHATAUTH_STATE_DIR=/srv/bot chatauth why telegram:7:-100"));

    [TestCase(PinBreak.Expired, "chatauth models auth login --provider anthropic --profile-id work")]
    [TestCase(PinBreak.Refused, "chatauth models auth login --provider anthropic --profile-id work")]
    [TestCase(PinBreak.Disabled, "chatauth models auth cooldown clear anthropic:work")]
    [TestCase(PinBreak.Missing, "chatauth why telegram:7:-100")]
    [TestCase(PinBreak.AccountChanged, "chatauth why telegram:7:-100")]
    public void Pin_is_mended_by_what_broke_it(PinBreak why, string command) =>
        Assert.That(Of().ToMend(s_work, Profile(new Credential.OAuth(null, null, null)), why, s_group).Command, Is.EqualTo(command));

    private static Remedies Of(string prefix = "") => new(TestWorld.Default with { HostCommandPrefix = prefix }, [new FakeCredentialSource()]);

    private static AuthProfile Profile(Credential credential)
    {
        return new AuthProfile { Id = s_work, Provider = s_work.Provider, Credential = credential, Payer = new Payer("x"), Revision = "r", Billing = BillingClass.Subscription, Label = "work" };
    }
}
