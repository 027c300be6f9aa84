using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Samples;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.DiscordNet.Tests;

/// <summary>The sample, run as it is, with a Discord and a vendor of our own.</summary>
internal sealed class SampleTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    public async Task Account_that_is_chosen_by_a_menu_answers_the_next_message()
    {
        await using var discord = await FakeDiscordServer.StartAsync(new FakeDiscordOptions { RateLimits = false, OverlooksUnknownFields = true, ResponseWindow = Patience });
        await using var vendor = FakeVendor.Start();
        var ann = discord.AddPerson("ann");
        var direct = discord.DirectMessages(ann);
        await using var sample = new SampleProcess(
            "DiscordNetBot", vendor, $"discord:{ann.Id}", ("DISCORD_TOKEN", discord.Token), ("DISCORD_URL", $"{new Uri(discord.BaseUrl, "api/v10/")}"));
        await discord.WaitForRequestAsync(FakeDiscordRoutes.AddCommand, 2, Patience);

        var picker = await AnswerAsync(direct.Slash(ann, "model"));
        var accounts = await AnswerAsync(picker.Choose(ann, "opus"));
        await AnswerAsync(accounts.Choose(ann, "spare"));
        direct.Write(ann, $"<@{discord.Bot.Id}> Say hello");
        await direct.WaitForMessageAsync(message => message.Author == discord.Bot && message.Content.Contains("The fake vendor answers.", StringComparison.Ordinal), Patience);

        Assert.That(vendor.Requests.Select(request => request.Credential), Is.EqualTo(new[] { "sk-FAKE-spare" }));
        Assert.That(discord.Defects, Is.Empty);
    }

    private static async Task<FakeDiscordMessage> AnswerAsync(FakeDiscordInteraction interaction) => await (await interaction.SendAsync()).WaitForAnswerAsync(Patience);
}
