using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Tests.Sessions;

public sealed class PinTableTests
{
    private static readonly ProviderId Anthropic = ProviderId.Parse("anthropic");
    private static readonly ProviderId OpenAI = ProviderId.Parse("openai");

    [Test]
    public void Tables_with_equal_pins_are_equal_whatever_was_pinned_first()
    {
        var one = PinTable.Empty.With(OpenAI, Pinned("b")).With(Anthropic, Pinned("a"));

        var other = PinTable.Empty.With(Anthropic, Pinned("a")).With(OpenAI, Pinned("b"));

        Assert.That(one, Is.EqualTo(other));
    }

    [Test]
    public void Tables_that_differ_in_one_pin_are_not_equal()
    {
        var one = PinTable.Empty.With(Anthropic, Pinned("a")).With(OpenAI, Pinned("b"));

        var other = one.With(OpenAI, Pinned("c"));

        Assert.That(one, Is.Not.EqualTo(other));
    }

    [Test]
    public void An_automatic_pin_is_nothing_that_people_chose()
    {
        var one = PinTable.Empty.With(Anthropic, Pinned("a"));

        var other = one.With(OpenAI, new PinState.AutoPinned(ProfileId.Parse("openai:auto"), new Payer("auto")));

        Assert.That(other.IsSameOfPeople(one) && one.IsSameOfPeople(other), Is.True);
    }

    [Test]
    public void A_person_s_pin_in_place_of_an_automatic_one_is_another_choice()
    {
        var auto = PinTable.Empty.With(Anthropic, new PinState.AutoPinned(ProfileId.Parse("anthropic:a"), new Payer("a")));

        var person = auto.With(Anthropic, Pinned("a"));

        Assert.That(auto.IsSameOfPeople(person) || person.IsSameOfPeople(auto), Is.False);
    }

    [Test]
    public void Each_takes_out_what_becomes_unpinned()
    {
        var table = PinTable.Empty.With(Anthropic, Pinned("a")).With(OpenAI, Pinned("b"));

        var left = table.Each(pin => pin.Named?.Name == "a" ? PinState.Unpinned.Instance : pin);

        Assert.That(left, Is.EqualTo(PinTable.Empty.With(OpenAI, Pinned("b"))));
    }

    private static PinState.UserPinned Pinned(string name) =>
        new(ProfileId.Parse($"anthropic:{name}"), new Payer(name), Person.Operator);
}
