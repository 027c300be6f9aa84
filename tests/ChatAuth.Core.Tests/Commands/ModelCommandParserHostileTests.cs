using System.Diagnostics;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Tests.Models;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Core.Tests.Commands;

/// <summary>Every text is legal input: nothing throws, nothing is slow, and a message that is no command costs no memory.</summary>
internal sealed class ModelCommandParserHostileTests
{
    private static readonly string[] Pieces =
    [
        "/", "/model", "/models", "/opus", "model", "opus", "list", "history", "claim", "test", "allow", "status", "for", "2h", "99999h", "0", "7", "?",
        "@", "@@", ":", "\"", "\"\"", " ", "\t", "\n", "\r\n", "\u2028", "\0", "\u001B[0m", "\u202E", "\u200B", "\uD800", "\uDC00", "😀", "ſ", "K", "İ",
        "MyBot", "OtherBot", "anthropic/claude-opus-5", "anthropic:work", "work", "é", "\uFFFF", "𝟛",
    ];

    [Test]
    public void No_mixture_of_hostile_pieces_throws_or_points_outside_of_the_text()
    {
        var texts = Gen.Elements("/model ", "/opus", "/model@", "").Zip(Gen.Elements(Pieces).ListOf(), (head, pieces) => head + string.Concat(pieces));

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            foreach (var bot in new[] { Typed.Telegram, default })
            {
                var parsed = ModelCommandParser.Parse(text, Known.Catalog, bot);

                Assert.That(parsed.Command is null, Is.EqualTo(parsed.Kind != MessageKind.Command));
                if (parsed.Command is ModelCommand.Malformed error) Assert.That(error.Column, Is.InRange(1, text.Length + 1));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Test]
    public void Text_that_is_offered_instead_is_never_itself_an_error()
    {
        var texts = Gen.Elements(Pieces).NonEmptyListOf().Select(pieces => "/model " + string.Concat(pieces));

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            if (Typed.Command(text) is not ModelCommand.Malformed { Works: { } works }) return;

            Assert.That(Typed.Command(works), Is.Not.Null.And.Not.InstanceOf<ModelCommand.Malformed>(), works);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Test]
    public void Random_text_of_any_characters_never_throws()
    {
        var texts = Gen.Choose(0, char.MaxValue).Select(value => (char)value).ArrayOf().Select(characters => "/opus" + new string(characters));

        Prop.ForAll(texts.ToArbitrary(), text => Assert.That(() => Typed.Message(text), Throws.Nothing))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static IEnumerable<string> Repeated() => ["x", "@", "a@", "\"", "\"a\"@", "/", ":", " ", "\t:", "9", "9h", "for ", "?", "\uD800", "\0", "\u202E"];

    [TestCaseSource(nameof(Repeated))]
    public void Hundred_thousand_characters_take_no_longer_than_their_number(string piece)
    {
        foreach (var head in new[] { "/", "/model ", "/model opus ", "/model opus for ", "/model@", "/model:", "/opus@", "/opus for ", "/model \"opus\"@" })
        {
            var text = head + string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)) + "!";
            var watch = Stopwatch.StartNew();

            Typed.Message(text);

            // Quadratic work over this text takes seconds; linear work well under a millisecond.
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromMilliseconds(500)), head);
        }
    }

    [TestCase("Could you explain why the build takes so long, and what we could do about it? I have looked at the log.")]
    [TestCase("   leading space")]
    [TestCase("/etc/passwd is a file")]
    [TestCase("/start")]
    [TestCase("/model@OtherBot status")]
    [TestCase("/opus@OtherBot explain")]
    public void Message_that_is_no_command_of_ours_allocates_nothing(string text)
    {
        for (var i = 0; i < 100; i++) Typed.Message(text);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++) Typed.Message(text);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Pin_command_allocates_at_most_five_hundred_bytes()
    {
        Typed.Message("/model opus@anthropic:work");
        var before = GC.GetAllocatedBytesForCurrentThread();

        Typed.Message("/model opus@anthropic:work");

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThanOrEqualTo(500));
    }
}
