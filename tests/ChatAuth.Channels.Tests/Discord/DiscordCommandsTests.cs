using ChatAuth.Channels.Discord;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>What is to be typed on Discord for what is offered everywhere.</summary>
internal sealed class DiscordCommandsTests
{
    [TestCase("/opus explain this", "/ask prompt:explain this with:opus")]
    [TestCase("/opus@work explain", "/ask prompt:explain with:opus@work")]
    [TestCase("/gpt@openai:team", "/ask prompt:… with:gpt@openai:team")]
    [TestCase("/model opus@work for 2h", "/model opus@work for 2h")]
    [TestCase("/model", "/model")]
    [TestCase("opus@work", "opus@work")]
    [TestCase("chatauth access allow discord:1 ask", "chatauth access allow discord:1 ask")]
    [TestCase("", "")]
    public void Asking_once_is_the_command_for_it_and_all_else_is_as_it_was(string offered, string typed) =>
        Assert.That(DiscordCommands.Typed(offered), Is.EqualTo(typed));
}
