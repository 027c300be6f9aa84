using ChatAuth.Core.Sessions;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing.Sessions;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SessionStateJsonTests
{
    [Test]
    public void Any_state_comes_back_as_it_was() => Prop
        .ForAll(SessionStateGen.State.ToArbitrary(), state => SessionStates.AreSame(SessionStateJson.Read(SessionStateJson.Write(state)), state))
        .QuickCheckThrowOnFailure();

    [Test]
    public void Any_choice_comes_back_as_it_was() => Prop
        .ForAll(SessionStateGen.State.ToArbitrary(), state => ChoiceJson.Read(ChoiceJson.Write(state.Choice)) == state.Choice)
        .QuickCheckThrowOnFailure();

    [Test]
    public void State_is_compact()
    {
        var json = SessionStateJson.Write(SessionStates.Pinned(new PinState.UserPinned(SessionStates.Work, SessionStates.WorkPayer, SessionStates.Alice)));

        Assert.That(json, Is.EqualTo(
            """{"choice":"0123456789abcdef","pins":[{"provider":"anthropic","pin":"user","profile":"anthropic:work","payer":"anthropic|-|secret:fake-work","by":"telegram:1001"}]}"""));
    }

    [Test]
    public void Fields_that_a_later_version_added_are_passed_over()
    {
        var state = SessionStateJson.Read("""{"choice":"000000000000002a","follows":true,"mood":{"colour":"blue"},"model":{"selected":"a/b","tint":1}}""");

        Assert.That((state.ChoiceId.Bits, state.Follows, state.Model.Selected?.ToString()), Is.EqualTo((42UL, true, "a/b")));
    }

    [TestCase("{}")]
    [TestCase("""{"choice":"xyz"}""")]
    [TestCase("""{"choice":"000000000000002a","pins":[{"provider":"a","pin":"glued"}]}""")]
    [TestCase("""{"choice":"000000000000002a","model":{"until":"yesterday"}}""")]
    public void Fields_that_are_missing_or_not_of_their_form_are_told(string json) =>
        Assert.That(() => SessionStateJson.Read(json), Throws.InstanceOf<FormatException>().Or.InstanceOf<KeyNotFoundException>());
}
