using System.Diagnostics;
using ChatAuth.Core.Credentials;
using ChatAuth.Storage.Files;
using ChatAuth.Storage.Tests.Files;
using ChatAuth.Testing.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Storage.Tests.Refresh;

/// <summary>One login in several places: one exchange.</summary>
public sealed class RefreshSharingTests
{
    [Test]
    public async Task Eight_processes_make_one_exchange()
    {
        await using var scene = await RefreshScene.SetAsync(FakeOAuthMode.Strict);

        var said = await RaceAsync(scene, Enumerable.Range(0, 8).Select(_ => ("one", AgentId.Main)));

        Assert.That(scene.Issuer.Exchanges, Has.Count.EqualTo(1));
        Assert.That(said, Has.All.AnyOf("Refreshed", "Adopted", "NotNeeded"));
        Assert.That(await scene.StoredTokenAsync(), Is.EqualTo(scene.Issuer.Families.Single().Current));
    }

    [Test]
    public async Task Two_agents_and_two_state_directories_with_one_login_make_one_exchange()
    {
        await using var scene = await RefreshScene.SetAsync(FakeOAuthMode.Strict);
        Assert.That(AgentId.TryParse("second", out var second));
        (string, AgentId)[] places = [("one", AgentId.Main), ("one", second), ("two", AgentId.Main), ("two", second)];
        foreach (var (name, agent) in places) await scene.PutAsync(name, agent);

        await RaceAsync(scene, [.. places, .. places]);

        Assert.That(scene.Issuer.Exchanges, Has.Count.EqualTo(1));
        Assert.That(scene.Issuer.Families.Single().IsRevoked, Is.False);
    }

    [Test]
    public async Task Restored_file_is_never_exchanged()
    {
        await using var scene = await RefreshScene.SetAsync(FakeOAuthMode.Strict, new FakeOAuthOptions { AccessLifetime = TimeSpan.FromMinutes(1) });
        var path = new StateDirectory(scene.StateOf("one")).CredentialsOf(AgentId.Main);
        var first = await File.ReadAllBytesAsync(path);
        await using var services = RefreshingProcess.Assemble(scene.Journal, scene.StateOf("one"), scene.Issuer.TokenUrl, scene.Grace);
        var refresher = services.GetRequiredService<OAuthRefresher>();
        for (var i = 0; i < 3; i++) await refresher.RefreshAsync(AgentId.Main, RefreshingProcess.Profile, default);
        await File.WriteAllBytesAsync(path, first);

        var outcome = await refresher.RefreshAsync(AgentId.Main, RefreshingProcess.Profile, default);

        Assert.That(outcome.Problem?.Id, Is.EqualTo("store-restored"));
        Assert.That(scene.Issuer.Exchanges, Has.Count.EqualTo(3));
        Assert.That(scene.Issuer.Families.Single().IsRevoked, Is.False);
    }

    [Test]
    public async Task Full_disk_of_the_journal_is_found_before_anything_is_sent()
    {
        Needs.Root();
        await using var scene = await RefreshScene.SetAsync(FakeOAuthMode.Strict);
        new StateDirectory(scene.Journal).Create(scene.Journal);
        using var disk = new SmallDisk(scene.Journal);

        var said = await scene.RunAsync();

        Assert.That(said, Is.EqualTo("store-unwritable"));
        Assert.That(scene.Issuer.Exchanges, Is.Empty);
    }

    [Test]
    public async Task Full_disk_of_the_store_loses_nothing()
    {
        Needs.Root();
        await using var scene = await RefreshScene.SetAsync(FakeOAuthMode.Strict);
        var path = scene.StateOf("small");
        new StateDirectory(path).Create(path);
        using var disk = new SmallDisk(path);
        await scene.PutAsync("small", AgentId.Main);
        await using var services = RefreshingProcess.Assemble(scene.Journal, path, scene.Issuer.TokenUrl, scene.Grace);
        var refresher = services.GetRequiredService<OAuthRefresher>();
        var filler = Path.Join(path, "filler");
        Fill(filler);

        var full = await refresher.RefreshAsync(AgentId.Main, RefreshingProcess.Profile, default);
        File.Delete(filler);
        await refresher.RecoverAsync(default);

        var stored = (Credential.OAuth)(await scene.FindAsync("small")).Credential;
        Assert.That(full.Problem?.Id, Is.EqualTo("store-unwritable"));
        Assert.That(stored.Refresh!.Reveal(), Is.EqualTo(scene.Issuer.Families.Single().Current));
        Assert.That(scene.Issuer.Exchanges, Has.Count.EqualTo(1));
    }

    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true) file.Write(new byte[4096]);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Starts all; the issuer answers the first when all are there. What each said last.</summary>
    private static async Task<IReadOnlyList<string>> RaceAsync(RefreshScene scene, IEnumerable<(string Name, AgentId Agent)> places)
    {
        var held = scene.Issuer.Faults.Hold(afterCommit: true);
        List<Process> processes = [.. places.Select(place => scene.Start(StopPoint.None, place.Name, place.Agent))];
        foreach (var process in processes) await process.StandardOutput.ReadLineAsync();
        await held.Arrived;
        held.Release();
        var said = new List<string>();
        foreach (var process in processes)
        {
            said.Add((await process.StandardOutput.ReadToEndAsync()).Trim());
            await process.WaitForExitAsync();
        }
        return said;
    }
}
