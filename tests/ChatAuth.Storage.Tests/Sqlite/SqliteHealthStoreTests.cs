using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing.Contracts;
using ChatAuth.Testing.Sessions;

namespace ChatAuth.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteHealthStoreTests : HealthStoreContract
{
    private TemporaryDatabase _files = null!;

    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly HealthKey s_present = new(AgentId.Main, SessionStates.Work, SessionStates.WorkPayer, "present");

    [TearDown]
    public void DeleteDatabase() => _files.Dispose();

    private static IEnumerable<TestCaseData> Earlier()
    {
        var former = s_present with { Revision = "former" };
        var old = new ProfileHealth { LastUsed = s_now.AddDays(-31), LastFailure = s_now.AddDays(-32) };
        _ = AgentId.TryParse("other", out var other);
        yield return new(former, old, false) { TestName = "Former_credential_is_forgotten_after_30_days" };
        yield return new(s_present with { Payer = new Payer("former") }, old, false) { TestName = "Former_payer_is_forgotten_after_30_days" };
        yield return new(former, old with { LastUsed = s_now.AddDays(-29) }, true) { TestName = "Former_credential_that_served_lately_is_kept" };
        yield return new(former, old with { LastFailure = s_now.AddDays(-29) }, true) { TestName = "Former_credential_that_failed_lately_is_kept" };
        yield return new(former with { Agent = other }, old, true) { TestName = "Credential_of_another_agent_is_kept" };
        yield return new(former with { Profile = SessionStates.Home }, old, true) { TestName = "Credential_of_another_profile_is_kept" };
    }

    [TestCaseSource(nameof(Earlier))]
    public async Task Earlier_row_is_kept_or_forgotten(HealthKey earlier, ProfileHealth health, bool kept)
    {
        var store = new SqliteHealthStore(_files.Open());
        await store.UpdateAsync(earlier, ProfileHealth.Unused, _ => health, default);

        await store.UpdateAsync(s_present, ProfileHealth.Unused, _ => new ProfileHealth { LastUsed = s_now }, default);

        Assert.That((await store.LoadAsync(earlier.Agent, default)).ContainsKey(earlier), Is.EqualTo(kept));
    }

    [Test]
    public async Task Write_that_knows_no_time_forgets_nothing()
    {
        var store = new SqliteHealthStore(_files.Open());
        await store.UpdateAsync(s_present, ProfileHealth.Unused, _ => new ProfileHealth { LastUsed = s_now }, default);

        await store.UpdateAsync(s_present with { Revision = "next" }, ProfileHealth.Unused, health => health, default);

        Assert.That(await store.LoadAsync(AgentId.Main, default), Has.Count.EqualTo(2));
    }

    protected override IHealthStore Create()
    {
        _files = new TemporaryDatabase();
        return new SqliteHealthStore(_files.Open());
    }
}
