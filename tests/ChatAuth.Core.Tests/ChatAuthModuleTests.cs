using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests;

/// <summary>What becomes of a text before anybody reads it as a command.</summary>
internal sealed class ChatAuthModuleTests
{
    private static readonly string s_key = "sk-ant-" + "api03-" + string.Concat(Enumerable.Repeat("FAKEfake0123", 8));
    private TestWorld _world = null!;

    [SetUp]
    public void SetUp()
    {
        _world = new TestWorld(settings => settings with
        {
            AccessRules = [new("private", false, Rights.All, null, null, ConversationPattern.Private)],
        });
        _world.Credentials.Login("anthropic:work");
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    private Task<HandleResult> Handle(string text, TextStanding standing) => _world.Handle(text, _world.Private(1) with { Standing = standing });

    [TestCase("what is this?")]
    [TestCase("tell me of /model opus")]
    public async Task Words_passed_on_are_a_question(string text)
    {
        Assert.That(await Handle(text, TextStanding.PassedOn), Is.EqualTo(new HandleResult.AskModel(text, null)));
    }

    [TestCase("/model sonnet")]
    [TestCase("/model status")]
    [TestCase("/sonnet")]
    [TestCase("/sonnet what is this?")]
    [TestCase("/mdoel")]
    public async Task Commands_passed_on_are_nobodys(string text)
    {
        Assert.That(await Handle(text, TextStanding.PassedOn), Is.InstanceOf<HandleResult.Ignored>());
        Assert.That(await _world.Sessions.ListAsync(10, default), Is.Empty);
    }

    [TestCase("hello")]
    [TestCase("/model sonnet")]
    [TestCase("/mdoel")]
    public async Task Words_overheard_are_ignored(string text)
    {
        Assert.That(await Handle(text, TextStanding.Overheard), Is.InstanceOf<HandleResult.Ignored>());
        Assert.That(await _world.Sessions.ListAsync(10, default), Is.Empty);
    }

    [TestCase(TextStanding.Own)]
    [TestCase(TextStanding.PassedOn)]
    [TestCase(TextStanding.Overheard)]
    public async Task Secret_is_refused_whoever_s_words_it_is_in(TextStanding standing)
    {
        var reply = (CommandReply.Failed)((HandleResult.Handled)await Handle($"look: {s_key}", standing)).Reply;

        Assert.That((reply.Code, reply.DeleteOriginal), Is.EqualTo((ErrorCode.SecretInMessage, true)));
    }

    [Test]
    public async Task Secret_from_nobody_is_refused_and_a_word_from_nobody_is_ignored()
    {
        var nobody = _world.Context(_world.Shared(1).Asker with { Person = null });

        var secret = await _world.Handle(s_key, nobody);
        var word = await _world.Handle("hello", nobody);

        Assert.That(((CommandReply.Failed)((HandleResult.Handled)secret).Reply).DeleteOriginal, Is.True);
        Assert.That(word, Is.InstanceOf<HandleResult.Ignored>());
    }
}
