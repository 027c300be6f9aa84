using ChatAuth.Channels;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Testing.Fakes;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Core.Tests.Commands;

/// <summary>Whatever people type, at the door that every bot uses: an outcome, never a fault, and no change that the reply does not tell.</summary>
internal sealed class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "/", "/model", "/model ", "/models", "/opus", "/gpt@", "/start", "list", "history", "claim", "test", "allow", "never", "status", "why", "undo", "reset",
        "unpin", "inherit", "deny", "help", "for", "2h", "1m", "90d", "99999999999h", "0", "3", "-1", "2147483648", "?", "@", "@@", ":", "\"", " ", "\t", "\n", "\r\n",
        "\u2028", "\0", "\u001B[2J", "\u001B]52;c;aGk=\a", "\u202E", "\u200B", "\uFEFF", "\uD800", "\uDC00", "😀", "ſ", "K", "İ", "é", "e\u0301", "\uFFFF", "𝟛",
        "opus", "sonnet", "anthropic/claude-opus-4-5", "anthropic:work", "work", "@work", "openai/", "../../etc/passwd", "{0}", "%s", "<b>", "@everyone", "'; --",
    ];

    private static readonly Gen<string> Mixtures = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    private static readonly Gen<string> Noise = Gen.Choose(0, char.MaxValue).Select(value => (char)value).ArrayOf().Select(characters => new string(characters));

    private static readonly Gen<string> Texts = Gen.OneOf(
        Mixtures, Noise, Mixtures.Select(text => "/model " + text), Noise.Select(text => "/model " + text), Mixtures.Select(text => "/opus" + text),
        Gen.Choose(1, 60_000).Zip(Gen.Elements(Pieces), (length, piece) => string.Concat(Enumerable.Repeat(piece, 1 + (length / piece.Length)))));

    private TestWorld _world = null!;

    [SetUp]
    public async Task SetUp()
    {
        _world = new TestWorld();
        _world.Credentials.Login("anthropic:work").Login("anthropic:personal").Key("anthropic:api").Key("openai:work");
        await _world.Access.SaveOwnerAsync(new Person("telegram", 42), true, default);
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    private CommandContext[] Everybody() => [_world.Operator(), _world.Private(42), _world.Private(43), _world.Shared(42, thread: "5")];

    [Test]
    public void No_text_breaks_anything_or_changes_more_than_its_reply_tells()
    {
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            foreach (var context in Everybody()) Judge(text, context);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(800));
    }

    [TestCase("/model ")]
    [TestCase("/opus@")]
    [TestCase("/opus ")]
    [TestCase("/model claim ")]
    [TestCase("/model opus@")]
    [TestCase("")]
    public void A_million_characters_are_answered_like_any_other_text(string head)
    {
        foreach (var piece in (string[])["a", "@", "\"", " ", "\uD800", "/model ", "a b"])
        {
            Judge(head + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)), _world.Operator());
        }
    }

    private void Judge(string text, CommandContext context)
    {
        var before = Version(context);

        var result = _world.Handle(text, context).GetAwaiter().GetResult();

        if (result is not HandleResult.Handled { Reply: var reply })
        {
            Assert.That(Version(context), Is.EqualTo(before));
            return;
        }
        Assert.That((reply as CommandReply.Failed)?.Code, Is.Not.EqualTo(ErrorCode.Internal));
        Assert.That(reply.ToPlainText().Where(IsDangerous), Is.Empty);
        if (reply is not (CommandReply.ChoiceChanged or CommandReply.Consented or CommandReply.Claimed or CommandReply.Tested))
        {
            Assert.That(Version(context), Is.EqualTo(before), () => reply.GetType().Name);
        }
    }

    private long Version(CommandContext context) =>
        _world.Sessions.LoadAsync(context.Asker.Conversation, null, default).AsTask().GetAwaiter().GetResult().Session.Version;

    /// <summary>What could move a cursor, turn text around or hide in it.</summary>
    private static bool IsDangerous(char c) =>
        (char.IsControl(c) && c != '\n') || c is '\u2028' or '\u2029' or '\u202A' or '\u202B' or '\u202D' or '\u202E' or '\u2066' or '\u2067' or '\u200B' or '\uFEFF';
}
