using ChatAuth.Core.Hosting;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatAuth.Core.Tests.Hosting;

/// <summary>What the host does about logins by itself.</summary>
public sealed class RefreshWatchTests
{
    private RefreshWorld _world = null!;
    private RefreshWatch _watch = null!;

    [SetUp]
    public void SetUp()
    {
        _world = new RefreshWorld();
        _watch = _world.World.Services.GetServices<IHostedService>().OfType<RefreshWatch>().Single();
    }

    [TearDown]
    public async Task TearDown()
    {
        _watch.Dispose();
        await _world.DisposeAsync();
    }

    [Test]
    public async Task Watch_refreshes_at_the_start_what_ends_within_ten_minutes()
    {
        _world.Put(TimeSpan.FromMinutes(9));
        var shown = new TaskCompletionSource();
        _world.Issuer.Meanwhile = () =>
        {
            shown.SetResult();
            return Task.CompletedTask;
        };

        await _watch.StartAsync(default);
        await shown.Task.WaitAsync(TimeSpan.FromSeconds(15));
        await _watch.StopAsync(default);

        Assert.That(_world.Login.Refresh!.Reveal(), Is.EqualTo("fake-refresh-1"));
    }

    [Test]
    public async Task Stop_waits_for_an_exchange_that_is_under_way()
    {
        _world.Put(TimeSpan.FromMinutes(1));
        var (shown, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        _world.Issuer.Meanwhile = () =>
        {
            shown.SetResult();
            return go.Task;
        };
        await _watch.StartAsync(default);
        await shown.Task.WaitAsync(TimeSpan.FromSeconds(15));

        var stop = _watch.StopAsync(default);
        var waited = !stop.IsCompleted;
        go.SetResult();
        await stop;

        Assert.That(waited, Is.True);
        Assert.That(_world.Login.Refresh!.Reveal(), Is.EqualTo("fake-refresh-1"));
    }

    [Test]
    public async Task Stop_gives_up_waiting_when_the_host_does()
    {
        _world.Put(TimeSpan.FromMinutes(1));
        var shown = new TaskCompletionSource();
        _world.Issuer.Meanwhile = () =>
        {
            shown.SetResult();
            return new TaskCompletionSource().Task;
        };
        await _watch.StartAsync(default);
        await shown.Task.WaitAsync(TimeSpan.FromSeconds(15));
        using var impatient = new CancellationTokenSource();

        var stop = _watch.StopAsync(impatient.Token);
        await impatient.CancelAsync();

        Assert.That(async () => await stop, Throws.Nothing);
    }
}
