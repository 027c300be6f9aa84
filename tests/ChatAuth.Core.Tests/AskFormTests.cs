using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests;

/// <summary>A host's own form of a question: a prompt, and beside it what to ask with.</summary>
internal sealed class AskFormTests
{
    private static readonly string s_key = "sk-ant-" + "api03-" + string.Concat(Enumerable.Repeat("FAKEfake0123", 8));
    private TestWorld _world = null!;

    [SetUp]
    public void SetUp()
    {
        _world = new TestWorld(settings => settings with { AccessRules = [new("private", false, Rights.All, null, null, ConversationPattern.Private)] });
        _world.Credentials.Login("anthropic:work").Login("anthropic:personal");
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    private Task<HandleResult> Ask(string prompt, string? with, CommandContext? context = null) =>
        _world.Chat.HandleAsync(context ?? _world.Private(1), prompt, with);

    private async Task<CommandReply.Failed> Refusal(string with) => (CommandReply.Failed)((HandleResult.Handled)await Ask("why?", with)).Reply;

    [TestCase("why?")]
    [TestCase("/model sonnet")]
    [TestCase("/sonnet")]
    [TestCase("/mdoel")]
    public async Task Prompt_is_a_question_whatever_it_begins_with(string prompt)
    {
        Assert.That(await Ask(prompt, null), Is.EqualTo(new HandleResult.AskModel(prompt, null)));
        Assert.That(await _world.Sessions.ListAsync(10, default), Is.Empty);
    }

    [TestCase("sonnet", null)]
    [TestCase(" anthropic/claude-sonnet-4-5 ", null)]
    [TestCase("sonnet@work", "anthropic:work")]
    [TestCase("\"sonnet\"@anthropic:work", "anthropic:work")]
    public async Task Any_selector_asks_once_and_changes_nothing(string with, string? profile)
    {
        var asked = await Ask("/why?", with);

        ProfileId? named = profile is null ? null : ProfileId.Parse(profile);
        Assert.That(asked, Is.EqualTo(new HandleResult.AskModel("/why?", new AskChoice(ModelRef.Parse("anthropic/claude-sonnet-4-5"), named))));
        Assert.That(await _world.Sessions.ListAsync(10, default), Is.Empty);
    }

    [Test]
    public async Task Profile_alone_keeps_the_model()
    {
        var asked = (HandleResult.AskModel)await Ask("why?", "@personal");

        Assert.That(asked.Choice, Is.EqualTo(new AskChoice(ModelRef.Parse("anthropic/claude-opus-4-5"), ProfileId.Parse("anthropic:personal"))));
    }

    [TestCase("sonet", "model-unknown", "sonnet")]
    [TestCase("sonnet@wrok", "profile-unknown", "sonnet@anthropic:work")]
    [TestCase("sonnet now", "text-unexpected", "sonnet")]
    public async Task What_works_instead_of_a_wrong_selector_is_a_selector(string with, string code, string works)
    {
        var failed = await Refusal(with);

        Assert.That(failed.Code.Id, Is.EqualTo(code));
        Assert.That(failed.Works, Is.EqualTo(new[] { works }));
    }

    [TestCase("", "model-unknown", 1)]
    [TestCase("  sonet", "model-unknown", 3)]
    [TestCase("son\nnet", "line-break", 4)]
    [TestCase("\"sonnet", "quote-open", 1)]
    public async Task Column_is_counted_in_the_selector(string with, string code, int column)
    {
        var failed = await Refusal(with);

        Assert.That((failed.Code.Id, failed.Column), Is.EqualTo((code, column)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Secret_in_prompt_or_selector_is_refused(bool inPrompt)
    {
        var result = (HandleResult.Handled)await (inPrompt ? Ask($"what is {s_key}?", "sonnet") : Ask("why?", s_key));

        Assert.That(((CommandReply.Failed)result.Reply).Code, Is.EqualTo(ErrorCode.SecretInMessage));
    }

    [TestCase(null)]
    [TestCase("sonnet")]
    public async Task Who_may_not_ask_is_told_what_an_owner_types(string? with)
    {
        var refused = (CommandReply.Failed)((HandleResult.Handled)await Ask("why?", with, _world.Shared(2))).Reply;

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.RightMissing));
        Assert.That(refused.Grant, Does.StartWith("chatauth access allow telegram:2 ask,view"));
    }

    [Test]
    public async Task Words_passed_on_choose_nothing()
    {
        var passedOn = _world.Private(1) with { Standing = TextStanding.PassedOn };

        Assert.That(await Ask("why?", "sonnet", passedOn), Is.InstanceOf<HandleResult.Ignored>());
    }
}
