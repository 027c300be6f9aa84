using System.Globalization;
using ChatAuth.Core.Credentials;
using ChatAuth.Storage.Files;
using ChatAuth.Storage.Tests.Files;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Storage.Tests.Refresh;

/// <summary>What else than a kill can befall a refresh: how often a token is shown then, and what is lost.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RefreshCauseTests
{
    [TestCase(StopPoint.AfterStore)]
    [TestCase(StopPoint.AfterWriteBack)]
    public async Task Kill_around_the_write_back_is_made_good_by_the_next_process(StopPoint stop)
    {
        Needs.Unix();
        await using var scene = await RefreshScene.SetAsync(FakeOAuthMode.Strict);
        await scene.BorrowAsync();
        await scene.KillAtAsync(stop);
        var current = scene.Issuer.Families.Single().Current;
        var afterKill = await scene.BorrowedTokenAsync();

        await scene.RunAsync();

        Assert.That(afterKill, Is.EqualTo(stop is StopPoint.AfterStore ? scene.Login.Refresh : current));
        Assert.That((await scene.BorrowedTokenAsync(), await scene.StoredTokenAsync()), Is.EqualTo((current, current)));
        Assert.That((scene.Issuer.Exchanges.Count, scene.CountPending()), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Process_that_is_told_to_end_finishes_the_exchange_first()
    {
        Needs.Unix();
        await using var scene = await RefreshScene.SetAsync(FakeOAuthMode.Strict);
        var held = scene.Issuer.Faults.Hold(afterCommit: true);
        var process = scene.Start(serves: true);
        await held.Arrived;

        Needs.Run("kill", "-TERM", process.Id.ToString(CultureInfo.InvariantCulture));
        await process.StandardOutput.ReadLineAsync();
        var during = await process.StandardOutput.ReadLineAsync();
        held.Release();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.That((during, said.Trim(), process.ExitCode), Is.EqualTo(("stopping", "stopped", 0)));
        Assert.That(await scene.StoredTokenAsync(), Is.EqualTo(scene.Issuer.Families.Single().Current));
        Assert.That((scene.Issuer.Exchanges.Count, scene.CountPending()), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Issuer_that_stays_silent_is_asked_once_more_after_the_deadline([Values(FakeOAuthMode.Strict, FakeOAuthMode.Grace)] FakeOAuthMode mode)
    {
        await using var scene = await RefreshScene.SetAsync(mode);
        var time = new FakeTime(DateTimeOffset.UtcNow);
        await using var services = Assemble(scene, first => first.AddSingleton<TimeProvider>(time));
        var held = scene.Issuer.Faults.Hold(afterCommit: true);
        var refresh = services.GetRequiredService<OAuthRefresher>().RefreshAsync(AgentId.Main, RefreshingProcess.Profile, default);
        await held.Arrived;

        time.Advance(TimeSpan.FromSeconds(119));
        var shownBefore = scene.Issuer.CountOf(scene.Login.Refresh);
        time.Advance(TimeSpan.FromSeconds(1));
        var outcome = await refresh;
        held.Release();

        Assert.That((shownBefore, scene.Issuer.CountOf(scene.Login.Refresh)), Is.EqualTo((1, 2)));
        Assert.That(outcome.Problem?.Id, Is.EqualTo(mode is FakeOAuthMode.Strict ? "sign-in-needed" : null));
        if (mode is FakeOAuthMode.Grace) Assert.That(await scene.StoredTokenAsync(), Is.EqualTo(scene.Issuer.Families.Single().Current));
    }

    [Test]
    public async Task Disk_that_is_full_after_the_exchange_loses_nothing([Values] FullJournal.Write write)
    {
        await using var scene = await RefreshScene.SetAsync(FakeOAuthMode.Strict);
        var journal = new FullJournal(new RefreshJournal(new RefreshDirectory(scene.Journal), TimeProvider.System), write);
        await using var services = Assemble(scene, first => first.AddSingleton<IRefreshJournal>(journal));
        var refresher = services.GetRequiredService<OAuthRefresher>();

        var outcome = await refresher.RefreshAsync(AgentId.Main, RefreshingProcess.Profile, default);
        await refresher.RecoverAsync(default);

        Assert.That(outcome, Is.TypeOf<RefreshOutcome.Refreshed>());
        Assert.That(await scene.StoredTokenAsync(), Is.EqualTo(scene.Issuer.Families.Single().Current));
        Assert.That((scene.Issuer.Exchanges.Count, scene.CountPending()), Is.EqualTo((1, 0)));
    }

    private static ServiceProvider Assemble(RefreshScene scene, Action<IServiceCollection> first) =>
        RefreshingProcess.Assemble(scene.Journal, scene.StateOf("one"), scene.Issuer.TokenUrl, scene.Grace, first: first);
}
