using System.Text.RegularExpressions;
using ChatAuth.Core.Access;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Gateway.Tests.Processes;

/// <summary>How a bot gets its first owner.</summary>
[Parallelizable]
internal sealed partial class FirstOwnerTests
{
    private GatewayProcess _gateway = null!;

    [SetUp]
    public void SetUp() => _gateway = new GatewayProcess();

    [TearDown]
    public void TearDown() => _gateway.Dispose();

    [Test]
    public async Task Printed_code_makes_an_owner_and_then_no_start_prints_another()
    {
        await _gateway.StartAsync();
        var code = Claim().Match(_gateway.Output).Groups[1].Value;

        var outcome = await ClaimAsync(code);
        await _gateway.StopAsync();
        await _gateway.StartAsync();

        Assert.That(outcome, Is.EqualTo(ClaimOutcome.Claimed));
        Assert.That(_gateway.Output, Does.Not.Contain("/model claim"));
    }

    [Test]
    public async Task Later_start_without_an_owner_voids_the_earlier_code()
    {
        await _gateway.StartAsync();
        var earlier = Claim().Match(_gateway.Output).Groups[1].Value;
        await _gateway.StopAsync();

        await _gateway.StartAsync();

        Assert.That(Claim().Count(_gateway.Output), Is.EqualTo(1));
        Assert.That(await ClaimAsync(earlier), Is.EqualTo(ClaimOutcome.Wrong));
    }

    private async Task<ClaimOutcome> ClaimAsync(string text)
    {
        var host = new ConfigurationBuilder().AddInMemoryCollection([new("ChatAuth:Storage:StateDirectory", _gateway.State)]).Build();
        await using var services = new ServiceCollection().AddChatAuth(host).BuildServiceProvider();
        Assert.That(ClaimCode.TryParse(text, out var code), "a code is printed");
        return await services.GetRequiredService<IAccessStore>()
            .ClaimAsync(new Person("telegram", 42), code!.Hash, TimeProvider.System.GetUtcNow(), CancellationToken.None);
    }

    [GeneratedRegex("^  /model claim ([A-Z2-7-]+)$", RegexOptions.Multiline)]
    private static partial Regex Claim();
}
