using System.Text;
using ChatAuth.Core.Credentials;
using FsCheck;
using FsCheck.Fluent;
using static ChatAuth.Core.Tests.Credentials.FakeKeys;

namespace ChatAuth.Core.Tests.Credentials;

public sealed class SecretScannerTests
{
    private static readonly (string Name, Func<string, string> Wrap)[] Carriers =
    [
        ("alone", key => key),
        ("in prose", key => $"hello, my key is {key} and it does not work, why?"),
        ("after a command", key => "/model " + key),
        ("after a selector", key => "/model opus@" + key),
        ("in quotes", key => $"use \"{key}\" or ‘{key}’"),
        ("in backticks", key => $"use `{key}` please"),
        ("in a code fence", key => $"look:\n```\n{key}\n```\ndone"),
        ("in an assignment", key => $"export API_KEY='{key}'"),
        ("in a caption", key => $"Holiday photo\n{key}\nwith the family"),
        ("in a quoted reply", key => $"> {key}\nis this yours?"),
        ("in JSON", key => $"{{\"type\":\"api_key\",\"key\":\"{key}\"}}"),
    ];

    private static readonly string[] Tears = ["\n", "\r\n  ", "\n> ", "\u200B", "\u2060\uFEFF", "\u00AD", "` `", "```\n```", "\" \""];

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2000);

    // Lone surrogates and NUL among them.
    private static readonly Gen<string> AnyText = ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? "");

    [TestCaseSource(nameof(CertainFormats))]
    public void Certain_format_is_found_in_every_carrier(string format, string key)
    {
        Assert.Multiple(() =>
        {
            foreach (var (name, wrap) in Carriers)
            {
                Assert.That(SecretScanner.Scan(wrap(key)), Is.EqualTo(new SecretFinding(format, true)), name);
            }
        });
    }

    [TestCaseSource(nameof(CertainFormats))]
    public void Certain_format_is_found_wherever_it_is_torn(string format, string key)
    {
        var missed = new List<string>();

        foreach (var tear in Tears)
        {
            foreach (var (name, wrap) in Carriers)
            {
                for (var at = 1; at < key.Length; at++)
                {
                    if (SecretScanner.Scan(wrap(key.Insert(at, tear))) is not { Certain: true })
                        missed.Add($"{name}, torn at {at} by U+{(int)tear[0]:X4}");
                }
            }
        }

        Assert.That(missed, Is.Empty, format);
    }

    [TestCaseSource(nameof(CertainFormats))]
    public void Certain_format_is_found_when_each_character_is_torn_off(string format, string key)
    {
        var zeroWidth = string.Join('\u200B', key.ToCharArray());
        var lines = string.Join('\n', key.ToCharArray());

        Assert.That(SecretScanner.Scan(zeroWidth), Is.EqualTo(new SecretFinding(format, true)));
        Assert.That(SecretScanner.Scan(lines), Is.EqualTo(new SecretFinding(format, true)));
    }

    [TestCaseSource(nameof(Documents))]
    public void Certain_document_is_found(string format, string text)
    {
        Assert.That(SecretScanner.Scan(text), Is.EqualTo(new SecretFinding(format, true)));
        Assert.That(SecretScanner.Scan($"here it is:\n```\n{text}\n```"), Is.EqualTo(new SecretFinding(format, true)));
    }

    [TestCaseSource(nameof(KeyLikeTexts))]
    public void Key_like_text_is_found_but_not_certain(string format, string text)
    {
        Assert.That(SecretScanner.Scan(text), Is.EqualTo(new SecretFinding(format, false)));
        Assert.That(SecretScanner.Scan($"please use this: {text} thanks"), Is.EqualTo(new SecretFinding(format, false)));
    }

    [Test]
    public void Key_without_a_prefix_is_found_when_torn([Values("\n", "\u200B", "` `")] string tear)
    {
        Assert.That(SecretScanner.Scan("mine\n" + Hex(32).Insert(11, tear)), Is.EqualTo(new SecretFinding("hex-key", false)));
        Assert.That(SecretScanner.Scan("mine\n" + Mixed(40).Insert(19, tear)), Is.EqualTo(new SecretFinding("random-token", false)));
    }

    [Test]
    public void Certain_format_wins_over_key_like_text_before_it()
    {
        var text = $"id {Hex(32)}, key sk-ant-api03-{Fake(93)}";

        var finding = SecretScanner.Scan(text);

        Assert.That(finding, Is.EqualTo(new SecretFinding("anthropic-key", true)));
    }

    [Test]
    public void Telegram_token_in_a_bot_address_is_found()
    {
        var finding = SecretScanner.Scan($"https://api.telegram.org/bot0123456789:AAFAKE{Fake(29)}/getMe");

        Assert.That(finding, Is.EqualTo(new SecretFinding("telegram-bot-token", true)));
    }

    [TestCaseSource(nameof(HarmlessCases))]
    public void Harmless_text_passes(string text)
    {
        Assert.That(SecretScanner.Scan(text), Is.Null);
        Assert.That(SecretScanner.Scan($"See this:\n```\n{text}\n```\n\"thanks\", they said"), Is.Null);
    }

    [Test]
    public void Every_harmless_text_in_one_message_passes()
    {
        Assert.That(SecretScanner.Scan(string.Join('\n', HarmlessTexts.All)), Is.Null);
    }

    [Test]
    public void Arbitrary_text_is_read_without_an_exception()
    {
        Check.One(Thorough, Prop.ForAll(AnyText.ToArbitrary(), text => { SecretScanner.Scan(text); }));
    }

    [Test]
    public void Arbitrary_pieces_of_keys_are_read_without_an_exception()
    {
        var piece = Gen.Elements(
            "\uD83D", "\uDE00", "\0", "\n", "`", "\u200B", "sk-", "eyJ", ".", ":", "=", "key", "-----BEGIN", "A1b2", "fa4e0123", "\"", "/", "8Q~");
        var text = Gen.ListOf(piece).Select(string.Concat);

        Check.One(Thorough, Prop.ForAll(text.ToArbitrary(), t => { SecretScanner.Scan(t); }));
    }

    [Test]
    public void Planted_key_is_found_in_any_prose()
    {
        var planted =
            from before in AnyText
            from key in Gen.Elements(Certain)
            from after in AnyText
            select $"{before} {key.Key} {after}";

        Check.One(Thorough, Prop.ForAll(planted.ToArbitrary(), text => SecretScanner.Scan(text) is { Certain: true }));
    }

    [TestCase("a"), TestCase("A1b2"), TestCase("a\n"), TestCase("fa4e0123\n"), TestCase("sk-"), TestCase("-eyJ"), TestCase("eyJ\n"), TestCase("\n")]
    [TestCase("-----BEGIN "), TestCase("0"), TestCase("0123456:"), TestCase("key="), TestCase("key=AAAAAAAAAAAAAAAA1 "), TestCase("\u200B")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAA/"), TestCase("hooks.slack.com/services/T"), TestCase("MAAAAAAAAAAAAAAAAAAAAAAAAAAAAA."), TestCase("\uD83D")]
    public void Hostile_megabyte_is_read_to_its_end(string piece)
    {
        var hostile = new StringBuilder().Insert(0, piece, 1_000_000 / piece.Length).ToString();

        Assert.That(() => SecretScanner.Scan(hostile), Throws.Nothing);
        Assert.That(SecretScanner.Scan($"{hostile} sk-ant-api03-{Fake(93)}"), Is.Not.Null);
    }

    [TestCase("Good morning everyone, the meeting moved to three o'clock because the projector in the big room is broken again; "
        + "please bring the printed handouts, and tell Anna, who is on the train, that we wait.")]
    [TestCase("Two lines\nwith a \"quotation\" and `code`,\nas people write them in a chat that is not a command at all, two hundred "
        + "characters in all, so that the slow path is measured as well as the fast one.")]
    public void Ordinary_message_is_read_without_allocating(string message)
    {
        for (var warmUp = 0; warmUp < 100; warmUp++) SecretScanner.Scan(message);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var finding = SecretScanner.Scan(message);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.That(finding, Is.Null);
        Assert.That(allocated, Is.Zero);
    }

    private static IEnumerable<TestCaseData> CertainFormats() => Cases(Certain);

    private static IEnumerable<TestCaseData> Documents() => Cases(CertainDocuments);

    private static IEnumerable<TestCaseData> KeyLikeTexts() => Cases(KeyLike);

    private static IEnumerable<TestCaseData> HarmlessCases() =>
        HarmlessTexts.All.Select((text, at) => new TestCaseData(text).SetArgDisplayNames($"{at}: {text[..Math.Min(24, text.Length)]}"));

    // Named by place: several samples share a format.
    private static IEnumerable<TestCaseData> Cases((string Format, string Text)[] samples) =>
        samples.Select((sample, at) => new TestCaseData(sample.Format, sample.Text).SetArgDisplayNames($"{at}: {sample.Format}"));
}
