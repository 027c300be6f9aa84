using ChatAuth.Gateway.Tests.Kills;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Gateway.Tests.Processes;

/// <summary>The daemon in an environment where everything that a package or the runtime obeys names another key, another host, or both.</summary>
[Parallelizable]
internal sealed class PlantedEnvironmentTests
{
    [TestCase("opus@one", "Authorization", "Bearer sk-FAKE-anthropic-one")]
    [TestCase("opus@three", "x-api-key", "sk-FAKE-anthropic-three")]
    [TestCase("mini@five", "Authorization", "Bearer sk-FAKE-local-five")]
    public async Task Vendor_sees_one_credential_and_nobody_else_sees_anything(string selector, string header, string value)
    {
        await using var vendor = FakeVendor.Start();
        await using var thief = FakeVendor.Start();
        await using var bot = await MortalBot.StartAsync(Install);
        var chat = bot.NewChat();
        chat.Write($"/model {selector}");
        chat.Write("hello");

        await bot.SettleAsync();

        Assert.That(chat.LastMessage.Text, Does.Contain("The fake vendor answers."));
        Assert.That(vendor.Requests.Single().Credentials, Is.EqualTo([(header, value)]));
        Assert.That(vendor.Requests.Single().Headers.Select(sent => $"{sent.Name}: {sent.Value}"), Has.None.Contain("PLANTED"));
        Assert.That(thief.Connections, Is.Zero);

        void Install(GatewayProcess gateway)
        {
            VendorAccounts.Install(gateway.State, vendor);
            foreach (var (name, planted) in PlantedEnvironment.Plant(Path.GetDirectoryName(gateway.State)!, thief.BaseUrl)) gateway.Environment[name] = planted;
        }
    }
}
