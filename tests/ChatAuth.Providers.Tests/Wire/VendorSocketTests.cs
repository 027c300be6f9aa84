using System.Globalization;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Providers.Tests.Wire;

public sealed class VendorSocketTests : WireTest
{
    /// <summary>What waits for a whole answer is a silent connection, which is to live: the kernel's own list says which timer it has.</summary>
    [Test]
    [Platform("Linux")]
    public async Task Connection_that_waits_shows_signs_of_life()
    {
        Vendor.Next(VendorFaults.Silence);
        using var gone = new CancellationTokenSource();
        var asked = Send(cancellationToken: gone.Token);
        await Vendor.ArrivedAsync(1);

        var remote = string.Create(CultureInfo.InvariantCulture, $":{Vendor.BaseUrl.Port:X4}");
        var timers = (await File.ReadAllLinesAsync("/proc/net/tcp")).Skip(1)
            .Concat(File.Exists("/proc/net/tcp6") ? (await File.ReadAllLinesAsync("/proc/net/tcp6")).Skip(1) : [])
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[2].EndsWith(remote, StringComparison.Ordinal))
            .Select(fields => fields[5].Split(':')[0]);

        Assert.That(timers, Has.One.EqualTo("02"));
        await gone.CancelAsync();
        Assert.That(async () => await asked, Throws.InstanceOf<OperationCanceledException>());
    }
}
