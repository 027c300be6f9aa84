using ChatAuth.Core.Commands;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Commands;

/// <summary>What a bot with commands of its own hands in.</summary>
internal sealed class CommandTextTests
{
    private static readonly BotAddress s_bot = new("FakeBot", "bot");

    [TestCase("/model", true)]
    [TestCase("/MODELS", true)]
    [TestCase("/model@FakeBot opus", true)]
    [TestCase("/model @@@", true)]
    [TestCase("/opus", true)]
    [TestCase("/opus explain this", true)]
    [TestCase("/opus@work", true)]
    [TestCase("/model@SomeOtherBot", false)]
    [TestCase("/opus@SomeOtherBot", false)]
    [TestCase("/start", false)]
    [TestCase("/modelling", false)]
    [TestCase("model", false)]
    [TestCase("see /model", false)]
    [TestCase("", false)]
    public void Commands_are_ours_by_their_first_word_and_address(string text, bool isOurs) =>
        Assert.That(CommandText.IsOurs(text, TestWorld.Default.Catalog, s_bot), Is.EqualTo(isOurs));
}
