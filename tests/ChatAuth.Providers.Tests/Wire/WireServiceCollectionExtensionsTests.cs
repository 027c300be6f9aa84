using ChatAuth.Providers.Wire;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Providers.Tests.Wire;

public sealed class WireServiceCollectionExtensionsTests
{
    [Test]
    public void Vendor_is_waited_for_as_long_as_the_configuration_says()
    {
        using var services = new ServiceCollection()
            .AddSingleton(TestWorld.Default with { VendorTimeout = TimeSpan.FromSeconds(7) })
            .AddVendorSocket()
            .BuildServiceProvider();

        Assert.That(services.GetRequiredService<VendorSocket>().Limits.Head, Is.EqualTo(TimeSpan.FromSeconds(7)));
    }
}
