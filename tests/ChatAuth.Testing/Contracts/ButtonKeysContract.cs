using ChatAuth.Core.Buttons;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Testing.Contracts;

/// <summary>What the keys that sign buttons promise, wherever they are kept.</summary>
public abstract class ButtonKeysContract
{
    protected static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    private IButtonKeys _keys = null!;

    /// <summary>The clock by which keys grow old.</summary>
    protected FakeTime Clock { get; private set; } = null!;

    /// <summary>Keys that nobody has asked for yet, on <see cref="Clock"/>.</summary>
    protected abstract IButtonKeys Create();

    [SetUp]
    public void CreateKeys()
    {
        Clock = new FakeTime();
        _keys = Create();
    }

    [Test]
    public void First_key_is_made_at_the_first_use_and_has_none_before_it()
    {
        var keys = _keys.Load();

        Assert.That(keys.Current.Secret.Length, Is.EqualTo(32));
        Assert.That(keys.Previous, Is.Null);
    }

    [Test]
    public void Key_of_89_days_stays()
    {
        var first = _keys.Load();
        Clock.Advance(Lifetime - TimeSpan.FromDays(1));

        Assert.That(TextOf(_keys.Load()), Is.EqualTo(TextOf(first)));
    }

    [Test]
    public void Key_of_90_days_is_followed_by_another_and_still_believed()
    {
        var first = _keys.Load();
        Clock.Advance(Lifetime);

        var second = _keys.Load();

        Assert.That(TextOf(second.Previous), Is.EqualTo(TextOf(first.Current)));
        Assert.That(second.Current.Id, Is.EqualTo((first.Current.Id + 1) % 16));
        Assert.That(second.Current.Secret.ToArray(), Is.Not.EqualTo(first.Current.Secret.ToArray()));
        Assert.That(TextOf(_keys.Load()), Is.EqualTo(TextOf(second)));
    }

    [Test]
    public void Key_before_the_previous_one_is_forgotten()
    {
        var first = _keys.Load();
        Clock.Advance(Lifetime);
        _keys.Load();
        Clock.Advance(Lifetime);

        var third = _keys.Load();

        Assert.That(TextOf(third), Does.Not.Contain(TextOf(first.Current)));
    }

    [Test]
    public void Numbers_go_round_about()
    {
        var first = _keys.Load().Current.Id;
        for (var i = 0; i < 15; i++) Rotate();

        var before = _keys.Load();
        var after = Rotate();

        Assert.That((before.Current.Id, after.Current.Id, after.Previous?.Id), Is.EqualTo(((first + 15) % 16, first, before.Current.Id)));
    }

    [TestCase(-1)]
    [TestCase(-10_000)]
    public void Clock_that_is_set_back_rotates_nothing(int days)
    {
        var first = _keys.Load();
        Clock.Advance(TimeSpan.FromDays(days));

        Assert.That(TextOf(_keys.Load()), Is.EqualTo(TextOf(first)));
    }

    [Test]
    public void Text_of_a_key_does_not_hold_it()
    {
        var key = _keys.Load().Current;

        Assert.That(key.ToString(), Does.Not.Contain(Convert.ToHexString(key.Secret.Span)[..6]).IgnoreCase);
    }

    private ButtonKeys Rotate()
    {
        Clock.Advance(Lifetime);
        return _keys.Load();
    }

    private static string TextOf(ButtonKeys keys) => $"{TextOf(keys.Current)} {TextOf(keys.Previous)}";

    private static string TextOf(ButtonKey? key) => key is null ? "none" : $"{key.Id}:{Convert.ToHexString(key.Secret.Span)}";
}
