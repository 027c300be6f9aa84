using ChatAuth.Core.Diagnostics.Checks;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Tests.Diagnostics.Checks;

internal sealed class OrdersCheckTests
{
    private static readonly ProviderId Anthropic = ProviderId.Parse("anthropic");

    private CheckedHost _host = new();

    private OrdersCheck Check => new(_host.Agents, _host.Settings);

    [SetUp]
    public void Begin() => _host = new CheckedHost();

    [Test]
    public async Task Order_of_profiles_that_are_there_passes()
    {
        _host.Credentials.Order("anthropic", "anthropic:work");

        Assert.That(await CheckedHost.FindAsync(Check), Is.Empty);
    }

    [Test]
    public async Task Missing_profile_is_a_warning_with_the_order_that_is_left()
    {
        _host.Credentials.Order("anthropic", "anthropic:gone", "anthropic:work");

        Assert.That(await CheckedHost.FindAsync(Check), Is.EqualTo(new[] { "warning order-names-missing" }));
        Assert.That(await CheckedHost.RemediesAsync(Check), Is.EqualTo(new[] { "chatauth models auth order set anthropic:work --provider anthropic" }));
    }

    [Test]
    public async Task Order_of_nobody_who_is_there_is_an_error()
    {
        _host.Credentials.Order("anthropic", "anthropic:gone");

        Assert.That(await CheckedHost.FindAsync(Check), Is.EqualTo(new[] { "error order-leaves-nobody" }));
        Assert.That(await CheckedHost.RemediesAsync(Check), Is.EqualTo(new[] { "chatauth models auth order clear --provider anthropic" }));
    }

    [Test]
    public async Task Order_of_the_configuration_counts()
    {
        Configure();

        Assert.That(await CheckedHost.FindAsync(Check), Is.EqualTo(new[] { "error order-leaves-nobody" }));
    }

    [Test]
    public async Task Order_of_the_configuration_does_not_count_below_one_of_the_store()
    {
        Configure();
        _host.Credentials.Order("anthropic", "anthropic:work");

        Assert.That(await CheckedHost.FindAsync(Check), Is.Empty);
    }

    private void Configure() => _host.Settings = _host.Settings with
    {
        Orders = new Dictionary<ProviderId, ProfileOrder> { [Anthropic] = new([ProfileId.Parse("anthropic:gone")], "configuration") },
    };
}
