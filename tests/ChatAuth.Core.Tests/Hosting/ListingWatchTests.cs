using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;

namespace ChatAuth.Core.Tests.Hosting;

/// <summary>What the host asks vendors by itself.</summary>
public sealed class ListingWatchTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private ListedWorld _listed = null!;
    private ListingWatch _watch = null!;

    [SetUp]
    public void SetUp() => Open(Day);

    [TearDown]
    public async Task TearDown()
    {
        _watch.Dispose();
        await _listed.DisposeAsync();
    }

    [Test]
    public async Task Watch_asks_at_the_start()
    {
        _listed.World.Credentials.Login("anthropic:work");
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _listed.Lister.Before = (_, _) =>
        {
            asked.TrySetResult();
            return Task.CompletedTask;
        };

        await _watch.StartAsync(default);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(15));
        await _watch.StopAsync(default);

        Assert.That(_listed.Lister.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Watch_ends_where_the_operator_turned_nothing_on()
    {
        await TearDown();
        Open(null);
        _listed.World.Credentials.Login("anthropic:work");

        await _watch.StartAsync(default);
        await _watch.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(15));

        Assert.That(_listed.Lister.Asked, Is.Empty);
    }

    [Test]
    public async Task Metered_account_is_never_asked_by_itself()
    {
        _listed.World.Credentials.Key("anthropic:key").Login("openai:login");

        await LookAsync();

        Assert.That(_listed.Lister.Asked.Single().Id, Is.EqualTo(ProfileId.Parse("openai:login")));
    }

    [TestCase(0, 1)]
    [TestCase(23, 1)]
    [TestCase(24, 2)]
    [TestCase(-23, 1)]
    [TestCase(-24, 2)]
    public async Task List_is_asked_for_anew_when_it_is_old_or_of_a_time_that_is_far_ahead(int hours, int asked)
    {
        _listed.World.Credentials.Login("anthropic:work");
        await LookAsync();

        _listed.World.Time.Advance(TimeSpan.FromHours(hours));
        await LookAsync();

        Assert.That(_listed.Lister.Asked, Has.Count.EqualTo(asked));
    }

    [Test]
    public async Task Vendor_that_failed_is_left_alone_as_long_as_one_that_answered()
    {
        _listed.World.Credentials.Login("anthropic:work");
        _listed.Lister.Before = (_, _) => throw new VendorException(ErrorCode.VendorUnavailable, null);
        await LookAsync();

        await LookAsync();
        var soon = _listed.Lister.Asked.Count;
        _listed.World.Time.Advance(Day);
        await LookAsync();

        Assert.That((soon, _listed.Lister.Asked.Count), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task Other_account_under_an_old_name_is_asked_at_once()
    {
        _listed.World.Credentials.Login("anthropic:work");
        await LookAsync();
        _listed.World.Credentials.Login("anthropic:work", text: "fake-other");

        await LookAsync();

        Assert.That(_listed.Lister.Asked, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Lists_that_could_not_be_stored_are_asked_for_anew_after_an_hour()
    {
        await TearDown();
        var full = new Mock<IListingCache>();
        full.Setup(cache => cache.Load()).Returns(CachedListings.None);
        full.Setup(cache => cache.SaveAsync(It.IsAny<IReadOnlyList<ModelListing>>(), It.IsAny<CancellationToken>())).ThrowsAsync(new ChatAuthException(ErrorCode.StoreNewer));
        Open(Day, services => services.AddSingleton(full.Object));
        _listed.World.Credentials.Login("anthropic:work");

        Assert.That(LookAsync, Throws.InstanceOf<ChatAuthException>());
        full.Setup(cache => cache.SaveAsync(It.IsAny<IReadOnlyList<ModelListing>>(), It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);
        await LookAsync();
        var soon = _listed.Lister.Asked.Count;
        _listed.World.Time.Advance(TimeSpan.FromHours(1));
        await LookAsync();

        Assert.That((soon, _listed.Lister.Asked.Count), Is.EqualTo((1, 2)));
    }

    private void Open(TimeSpan? age, Action<IServiceCollection>? services = null)
    {
        _listed = new ListedWorld(settings => settings with { ListRefresh = age }, services);
        _watch = _listed.World.Services.GetServices<IHostedService>().OfType<ListingWatch>().Single();
    }

    private Task LookAsync() => _watch.LookAsync(Day, default);
}
