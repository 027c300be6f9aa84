using ChatAuth.Core.Access;
using ChatAuth.Core.Delivery;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;

namespace ChatAuth.Core.Tests.Hosting;

/// <summary>What the host does by itself about what owners are told.</summary>
public sealed class OwnerNoticesWatchTests
{
    private static readonly TimeSpan s_period = TimeSpan.FromSeconds(30);

    private readonly RecordingOwners _owners = new();

    [TearDown]
    public void TearDown() => _owners.Told.Clear();

    [Test]
    public async Task Watch_tells_at_the_start_and_every_half_minute()
    {
        await using var world = await Start();
        world.Credentials.Token("anthropic:work", world.Time.GetUtcNow().AddHours(1));
        using var watch = WatchOf(world);

        await watch.StartAsync(default);
        await _owners.WaitAsync(1);
        await world.Time.SomebodyWaitsAsync(s_period);
        world.Credentials.Token("anthropic:spare", world.Time.GetUtcNow().AddHours(1));
        world.Time.Advance(s_period);
        await _owners.WaitAsync(2);
        await watch.StopAsync(default);

        Assert.That(_owners.Notices.Select(notice => notice.Profile.Name), Is.EqualTo(new[] { "work", "spare" }));
    }

    [Test]
    public async Task Store_that_does_not_answer_ends_nothing()
    {
        var asked = new TaskCompletionSource();
        var ledger = new Mock<INoticeLedger>();
        ledger.SetupSequence(notices => notices.TryRecordAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns(() =>
            {
                asked.SetResult();
                throw new ChatAuthException(ErrorCode.DatabaseUnavailable);
            })
            .ReturnsAsync(true);
        await using var world = await Start(ledger: ledger.Object);
        world.Credentials.Token("anthropic:work", world.Time.GetUtcNow().AddHours(1));
        using var watch = WatchOf(world);
        await watch.StartAsync(default);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(15));

        world.Time.Advance(s_period);
        await _owners.WaitAsync(1);
        await watch.StopAsync(default);

        Assert.That(_owners.Told, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Operator_who_wants_it_silent_has_it_silent()
    {
        await using var world = await Start(settings => settings with { TellOwners = false });
        world.Credentials.Token("anthropic:work", world.Time.GetUtcNow().AddHours(1));
        using var watch = WatchOf(world);

        await watch.StartAsync(default);
        await watch.ExecuteTask!;

        Assert.That(_owners.Told, Is.Empty);
    }

    private async Task<TestWorld> Start(Func<ChatAuthSettings, ChatAuthSettings>? configure = null, INoticeLedger? ledger = null)
    {
        var world = new TestWorld(configure, services =>
        {
            services.AddSingleton<IOwnerSink>(_owners);
            if (ledger is not null) services.AddSingleton(ledger);
        });
        await world.Access.SaveOwnerAsync(new Person("telegram", 42), owner: true, default);
        return world;
    }

    private static OwnerNoticesWatch WatchOf(TestWorld world) => world.Services.GetServices<IHostedService>().OfType<OwnerNoticesWatch>().Single();
}
