using ChatAuth.Core.Access;
using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Discord.Scenarios;

/// <summary>What is offered while a person types.</summary>
internal sealed class DiscordCompletionTests : InteractionScenario
{
    private async Task<string[]> OfferedAsync(string partial, FakeDiscordUser? who = null, string command = "model", string option = "choice")
    {
        (string, object)[] others = command == "ask" ? [("prompt", "hello")] : [];
        var typing = await Channel.TypeInto(who ?? Ann, command, option, partial, others).SendAsync();
        return [.. typing.Choices.Select(choice => choice.Value)];
    }

    [Test]
    public async Task Words_aliases_and_accounts_are_offered()
    {
        Assert.That(await OfferedAsync(""), Is.SupersetOf(new[] { "opus", "gpt", "status", "undo" }));
        Assert.That(await OfferedAsync("sta"), Is.EqualTo(new[] { "status" }));
        Assert.That(await OfferedAsync("opus@"), Is.EqualTo(new[] { "opus@work", "opus@spare" }));
        Assert.That(await OfferedAsync("@"), Does.Contain("@work"));
    }

    [Test]
    public async Task Prompt_is_offered_models_and_accounts_and_no_words()
    {
        Assert.That(await OfferedAsync("sonnet", command: "ask", option: "with"), Does.Contain("sonnet").And.Contain("sonnet@spare"));
        Assert.That(await OfferedAsync("stat", command: "ask", option: "with"), Is.Empty);
    }

    [Test]
    public async Task Account_that_this_person_may_not_use_here_is_not_offered()
    {
        World.Credentials.Token("anthropic:boss");

        Assert.That(await OfferedAsync("boss"), Is.Empty);
    }

    [Test]
    public async Task Who_may_see_nothing_is_offered_the_words_alone()
    {
        await World.Access.SaveRuleAsync(new AccessRule("bob", true, Rights.All, PersonOf(Bob), null, TestWorld.Pattern($"{KeyOf()}")), default);

        Assert.That(await OfferedAsync("opus", Bob), Is.Empty);
        Assert.That(await OfferedAsync("work", Bob), Is.Empty);
        Assert.That(await OfferedAsync("status", Bob), Is.EqualTo(new[] { "status" }));
    }

    [Test]
    public async Task Each_completion_is_a_choice_that_works()
    {
        foreach (var choice in await OfferedAsync("@")) Assert.That(Text(await ModelAsync($"{choice} ?")), Does.StartWith("Only asked"), choice);
    }
}
