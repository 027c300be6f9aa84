using ChatAuth.Core;
using ChatAuth.Testing.Contracts.Channels.Discord;
using ChatAuth.Testing.Fakes;
using Discord;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace ChatAuth.DiscordNet.Tests;

/// <summary>What is taken of what a client tells: ours, and nothing of the bot's own.</summary>
internal sealed class DiscordNetBridgeTests
{
    private Mock<IChatAuth> _chatAuth = null!;

    [SetUp]
    public void SetUp() => _chatAuth = new();

    [Test]
    public async Task Interaction_of_the_bots_own_is_not_touched([Values("weather", "ask")] string command)
    {
        await using var world = World(options => options.Ask = false);
        var interaction = LibraryInteractionTests.Interaction<ISlashCommandInteraction>(InteractionType.ApplicationCommand);
        interaction.SetupGet(of => of.Data).Returns(Mock.Of<IApplicationCommandInteractionData>(data => data.Name == command));

        var isTaken = world.Services.GetRequiredService<DiscordNetBridge>().Take(interaction.Object, null);
        await DiscordIdle.ReachAsync(world.Services);

        Assert.That((isTaken, interaction.Object.IsForChatAuth(world.Services)), Is.EqualTo((false, false)));
        _chatAuth.VerifyNoOtherCalls();
        interaction.Verify(of => of.DeferAsync(It.IsAny<bool>(), It.IsAny<RequestOptions>()), Times.Never);
    }

    [Test]
    public async Task Component_of_the_bots_own_is_not_touched()
    {
        await using var world = World();
        var interaction = LibraryInteractionTests.Interaction<IComponentInteraction>(InteractionType.MessageComponent);
        interaction.SetupGet(of => of.Data).Returns(Mock.Of<IComponentInteractionData>(data => data.CustomId == "menu:0" && data.Values == new[] { "rain" }));

        var isTaken = world.Services.GetRequiredService<DiscordNetBridge>().Take(interaction.Object, null);

        Assert.That(isTaken, Is.False);
        _chatAuth.VerifyNoOtherCalls();
    }

    private TestWorld World(Action<DiscordNetOptions>? configure = null) => new(services: services => services.AddSingleton(_chatAuth.Object).AddChatAuthDiscordNet(bridge =>
    {
        bridge.BaseUrl = new Uri("http://127.0.0.1:9/api/v10");
        configure?.Invoke(bridge);
    }));
}
