using System.Buffers.Text;
using ChatAuth.Core.Access;
using ChatAuth.Core.Buttons;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Core.Tests.Buttons;

internal sealed class ButtonSignerTests
{
    private static readonly SessionKey Topic = new("telegram", "7", "-100", "5");
    private static readonly Asker Alice = new(new Person("telegram", 1), Topic, IsPrivate: false);

    private readonly FakeTime _time = new();
    private readonly ScriptedButtonKeys _keys = new();

    private ButtonSigner Signer => new(_keys, _time);

    private ButtonToken Token => new(
        ReplyActionKind.Select, 3, Signer.Now, 120, new ChoiceId(0x0123456789ABCDEF), ButtonTarget.Of("opus", "work"));

    public static IEnumerable<TestCaseData<Asker>> OtherBindings()
    {
        yield return Other("platform", Alice with { Conversation = Topic with { Channel = "discord" } });
        yield return Other("bot", Alice with { Conversation = Topic with { Bot = "8" } });
        yield return Other("conversation", Alice with { Conversation = Topic with { Conversation = "-101" } });
        yield return Other("thread", Alice with { Conversation = Topic with { Thread = "6" } });
        yield return Other("no_thread", Alice with { Conversation = Topic with { Thread = null } });
        yield return Other("person", Alice with { Person = new Person("telegram", 2) });
        yield return Other("persons_platform", Alice with { Person = new Person("discord", 1) });
        yield return Other("nobody", Alice with { Person = null });
        yield return Other("shifted", Alice with { Conversation = Topic with { Conversation = "-1005", Thread = null } });

        static TestCaseData<Asker> Other(string name, Asker asker) => new TestCaseData<Asker>(asker).SetArgDisplayNames(name);
    }

    [Test]
    public void Any_token_is_63_characters_and_is_read_as_it_was()
    {
        Prop.ForAll(ButtonTokenTests.Tokens.ToArbitrary(), token =>
        {
            var signer = Signer;
            var text = signer.Sign(Alice, token with { Issued = signer.Now });
            return text.Length == 63
                && Base64Url.DecodeFromChars(text).Length == 47
                && signer.Read(Alice, text, out var read) is ButtonValidity.Valid
                && read == token with { Issued = signer.Now };
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Test]
    public void Flip_of_any_bit_of_the_token_makes_it_nobodys()
    {
        var bytes = Base64Url.DecodeFromChars(Signer.Sign(Alice, Token));
        var found = new List<ButtonValidity>();

        for (var bit = 0; bit < 8 * bytes.Length; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            found.Add(Signer.Read(Alice, Base64Url.EncodeToString(bytes), out var read));
            Assert.That(read, Is.EqualTo(default(ButtonToken)));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.That(found, Is.All.EqualTo(ButtonValidity.Foreign).Or.EqualTo(ButtonValidity.KeyGone));
    }

    [Test]
    public void Change_of_any_character_gives_it_no_other_meaning()
    {
        var text = Signer.Sign(Alice, Token);

        for (var at = 0; at < text.Length; at++)
        {
            foreach (var other in "AZaz09-_ \n=%.+/é😀\0\uD83D")
            {
                var changed = text[..at] + other + text[(at + 1)..];
                var validity = Signer.Read(Alice, changed, out var read);
                Assert.That(validity is ButtonValidity.Valid ? read : Token, Is.EqualTo(Token), changed);
            }
        }
    }

    [TestCase("")]
    [TestCase("A")]
    [TestCase("select:opus")]
    [TestCase("                                                               ")]
    [TestCase("===============================================================")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé")]
    public void Text_that_somebody_made_up_is_nobodys(string text)
    {
        Assert.That(Signer.Read(Alice, text, out _), Is.EqualTo(ButtonValidity.Foreign));
    }

    [TestCase(-1)]
    [TestCase(1)]
    public void Token_of_another_length_is_nobodys(int more)
    {
        var text = Signer.Sign(Alice, Token);

        Assert.That(Signer.Read(Alice, more > 0 ? text + "A" : text[..^1], out _), Is.EqualTo(ButtonValidity.Foreign));
    }

    [TestCaseSource(nameof(OtherBindings))]
    public void Token_of_another_place_or_person_is_nobodys(Asker other)
    {
        var text = Signer.Sign(Alice, Token);

        Assert.That(Signer.Read(other, text, out _), Is.EqualTo(ButtonValidity.Foreign));
    }

    [Test]
    public void Chat_12_and_person_34_are_not_chat_1_and_person_234()
    {
        var text = Signer.Sign(new Asker(new Person("telegram", 34), new SessionKey("telegram", "7", "12"), true), Token);

        var other = new Asker(new Person("telegram", 234), new SessionKey("telegram", "7", "1"), true);

        Assert.That(Signer.Read(other, text, out _), Is.EqualTo(ButtonValidity.Foreign));
    }

    [Test]
    public void Previous_key_is_still_believed_and_the_one_before_it_is_gone()
    {
        var text = Signer.Sign(Alice, Token);
        _keys.Rotate();
        var once = Signer.Read(Alice, text, out _);
        _keys.Rotate();
        var twice = Signer.Read(Alice, text, out _);

        Assert.That((once, twice), Is.EqualTo((ButtonValidity.Valid, ButtonValidity.KeyGone)));
    }

    [Test]
    public void Ids_of_keys_go_round_and_a_key_of_long_ago_is_not_taken_for_the_new_one_of_its_id()
    {
        var text = Signer.Sign(Alice, Token);

        _keys.Lose();

        Assert.That(Signer.Read(Alice, text, out _), Is.EqualTo(ButtonValidity.Foreign));
    }

    [TestCase(24 * 60, ButtonValidity.Valid)]
    [TestCase((24 * 60) + 1, ButtonValidity.Old)]
    [TestCase(365 * 24 * 60, ButtonValidity.Old)]
    [TestCase(-5, ButtonValidity.Valid)]
    [TestCase(-6, ButtonValidity.Old)]
    [TestCase(-365 * 24 * 60, ButtonValidity.Old)]
    public void Token_is_old_after_a_day_and_when_the_clock_went_back_by_more_than_a_little(int minutes, ButtonValidity expected)
    {
        var text = Signer.Sign(Alice, Token);
        _time.Advance(TimeSpan.FromMinutes(minutes));

        Assert.That(Signer.Read(Alice, text, out var read), Is.EqualTo(expected));
        Assert.That(read.Slot, Is.EqualTo(3));
    }

    [Test]
    public void Key_does_not_print_its_secret()
    {
        Assert.That($"{_keys.Load()}", Does.Not.Contain("240").And.Not.Contain("ReadOnlyMemory"));
    }
}
