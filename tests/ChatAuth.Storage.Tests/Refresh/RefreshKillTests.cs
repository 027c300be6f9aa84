using ChatAuth.Core.Credentials;
using ChatAuth.Testing;
using ChatAuth.Testing.OAuth;

namespace ChatAuth.Storage.Tests.Refresh;

/// <summary>Processes that are killed at every step of a refresh: what a token is shown for, and what is lost.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RefreshKillTests
{
    private static readonly StopPoint[] Unknown = [StopPoint.AfterSend, StopPoint.AfterCommit, StopPoint.InsideAnswer];

    [TestCase(FakeOAuthMode.Strict, StopPoint.AfterIntent)]
    [TestCase(FakeOAuthMode.Strict, StopPoint.AfterCommit)]
    [TestCase(FakeOAuthMode.Strict, StopPoint.AfterAnswer)]
    [TestCase(FakeOAuthMode.Grace, StopPoint.InsideAnswer)]
    public Task Kill_costs_at_most_one_further_exchange(FakeOAuthMode mode, StopPoint stop) => ProveAsync(mode, stop);

    [Test, Proof, Combinatorial]
    public Task Kill_at_every_point_in_every_mode(
        [Values] FakeOAuthMode mode,
        [Values(StopPoint.BeforeIntent, StopPoint.AfterIntent, StopPoint.AfterSend, StopPoint.AfterCommit, StopPoint.InsideAnswer,
            StopPoint.AfterAnswer, StopPoint.AfterStore, StopPoint.AfterClose)] StopPoint stop) => ProveAsync(mode, stop);

    [Test, Proof, Combinatorial]
    public async Task Connection_that_is_reset_costs_at_most_one_further_exchange(
        [Values] FakeOAuthMode mode, [Values(StopPoint.AfterSend, StopPoint.AfterCommit, StopPoint.InsideAnswer)] StopPoint at)
    {
        await using var scene = await RefreshScene.SetAsync(mode);
        if (at is StopPoint.InsideAnswer) scene.Issuer.Faults.ResetInside();
        else scene.Issuer.Faults.Reset(afterCommit: at is StopPoint.AfterCommit);

        var said = await scene.RunAsync();

        await AssertAsync(scene, mode, at, said);
    }

    [Test]
    public async Task Second_kill_without_an_answer_is_the_end_of_the_attempts()
    {
        await using var scene = await RefreshScene.SetAsync(FakeOAuthMode.Grace);
        await scene.KillAtAsync(StopPoint.AfterCommit);
        await scene.KillAtAsync(StopPoint.AfterCommit);

        var said = await scene.RunAsync();

        Assert.That(said, Is.EqualTo("refresh-outcome-unknown"));
        Assert.That(scene.Issuer.CountOf(scene.Login.Refresh), Is.EqualTo(2));
        Assert.That((await scene.FindAsync()).Refresh, Is.EqualTo(RefreshState.OutcomeUnknown));
    }

    private static async Task ProveAsync(FakeOAuthMode mode, StopPoint stop)
    {
        await using var scene = await RefreshScene.SetAsync(mode);
        await scene.KillAtAsync(stop);

        var said = await scene.RunAsync();

        await AssertAsync(scene, mode, stop, said);
    }

    private static async Task AssertAsync(RefreshScene scene, FakeOAuthMode mode, StopPoint stop, string said)
    {
        var shown = scene.Issuer.CountOf(scene.Login.Refresh);
        var family = scene.Issuer.Families.Single();
        Assert.That(shown, Unknown.Contains(stop) ? Is.EqualTo(2) : Is.EqualTo(1), said);
        if (mode is FakeOAuthMode.Strict && stop is (StopPoint.AfterCommit or StopPoint.InsideAnswer))
        {
            Assert.That(said, Is.EqualTo("sign-in-needed"), "Nothing can bring back what only the issuer knew.");
            return;
        }
        Assert.That(family.IsRevoked, Is.False, said);
        Assert.That(await scene.StoredTokenAsync(), Is.EqualTo(family.Current), said);
        Assert.That((await scene.FindAsync()).Refresh, Is.EqualTo(RefreshState.Untroubled));
    }
}
