using Discord;
using Moq;

namespace ChatAuth.DiscordNet.Tests;

/// <summary>What is registered, and what is left alone.</summary>
internal sealed class CommandRegistrationTests
{
    private Mock<IDiscordClient> _client = null!;

    [SetUp]
    public void SetUp() => _client = new();

    [Test]
    public async Task Missing_commands_are_added_one_by_one_and_nothing_is_overwritten_whole()
    {
        Knows(Mock.Of<IApplicationCommand>(command => command.Name == "weather"));

        await CommandRegistration.RegisterAsync(_client.Object, new DiscordNetOptions(), default);

        _client.Verify(client => client.CreateGlobalApplicationCommand(It.Is<SlashCommandProperties>(made => made.Name.Value == "model"), It.IsAny<RequestOptions>()), Times.Once);
        _client.Verify(client => client.CreateGlobalApplicationCommand(It.Is<SlashCommandProperties>(made => made.Name.Value == "ask"), It.IsAny<RequestOptions>()), Times.Once);
        _client.Verify(client => client.GetGlobalApplicationCommandsAsync(false, null, It.IsAny<RequestOptions>()), Times.Once);
        _client.VerifyNoOtherCalls();
    }

    [Test]
    public async Task Command_that_the_bot_has_itself_is_not_written()
    {
        Knows();

        await CommandRegistration.RegisterAsync(_client.Object, new DiscordNetOptions { Ask = false }, default);

        _client.Verify(client => client.CreateGlobalApplicationCommand(It.Is<SlashCommandProperties>(made => made.Name.Value != "model"), It.IsAny<RequestOptions>()), Times.Never);
    }

    private void Knows(params IApplicationCommand[] commands) =>
        _client.Setup(client => client.GetGlobalApplicationCommandsAsync(false, null, It.IsAny<RequestOptions>())).ReturnsAsync(commands);
}
