using ChatAuth.Core.Access;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Providers.Demo;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Providers.Tests.Demo;

public sealed class DemoCredentialStoreTests
{
    [Test]
    public async Task Every_state_can_be_seen()
    {
        var time = new FakeTime();
        var set = await new DemoCredentialStore(time).LoadAsync(AgentId.Main, default);
        var fingerprints = new Fingerprints(new byte[32]);

        var states = ProfileResolver.Resolve(new ResolutionRequest
        {
            Model = ModelRef.Parse("anthropic/opus"),
            Profiles = [.. set.Credentials.Select(stored => new RosterEntry(
                ProfileOf(stored, fingerprints), set.Usage.GetValueOrDefault(stored.Id, ProfileHealth.Unused)))],
            Asker = new Asker(Person.Operator, SessionKey.Terminal("t1"), IsPrivate: true, IsOperator: true),
            Now = time.GetUtcNow(),
        }).Candidates.Select(candidate => candidate.State);

        Assert.That(states.Distinct(), Is.SupersetOf(new[]
        {
            CandidateState.Ready, CandidateState.Expiring, CandidateState.Expired, CandidateState.Cooling, CandidateState.Disabled,
        }));
    }

    [Test]
    public async Task Payer_outlives_a_start_while_health_begins_afresh()
    {
        var time = new FakeTime();
        var fingerprints = new Fingerprints(new byte[32]);
        var first = (await new DemoCredentialStore(time).LoadAsync(AgentId.Main, default)).Credentials[0];
        time.Advance(TimeSpan.FromHours(1));

        var second = (await new DemoCredentialStore(time).LoadAsync(AgentId.Main, default)).Credentials[0];

        Assert.That(fingerprints.PayerOf(second, null), Is.EqualTo(fingerprints.PayerOf(first, null)));
        Assert.That(fingerprints.RevisionOf(second.Credential), Is.Not.EqualTo(fingerprints.RevisionOf(first.Credential)));
    }

    [Test]
    public void Nothing_is_ever_written() => Assert.That(
        () => new DemoCredentialStore(new FakeTime()).EditAsync(AgentId.Main, _ => [], default),
        Throws.InstanceOf<ChatAuthException>().With.Property("Code").EqualTo(ErrorCode.StoreUnwritable));

    private static AuthProfile ProfileOf(StoredCredential stored, Fingerprints fingerprints) => new()
    {
        Id = stored.Id, Provider = stored.Provider, Credential = stored.Credential, Payer = fingerprints.PayerOf(stored, null),
        Revision = fingerprints.RevisionOf(stored.Credential), Billing = BillingClass.Metered, Label = "x",
    };
}
