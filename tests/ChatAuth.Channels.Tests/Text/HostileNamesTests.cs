using System.Globalization;
using System.Text;
using ChatAuth.Channels.Terminal;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using FsCheck;
using FsCheck.Fluent;
using static ChatAuth.Channels.Tests.Text.Shown;

namespace ChatAuth.Channels.Tests.Text;

internal sealed class HostileNamesTests
{
    /// <summary>Names that begin like one and then hold anything, most often what a name must not hold.</summary>
    private static readonly Arbitrary<string> s_names = Gen
        .Elements("\e[2J", "\n", "\r", "\u202E", "\u200B", "\u0085", "\u2029", "\ud83d", "😀", "é", "x", " ", "\"", "\u2066", "\U000E0041")
        .ArrayOf().Select(parts => "n" + string.Concat(parts)).ToArbitrary();

    [Test]
    public void Rendered_text_holds_nothing_that_steers() =>
        Prop.ForAll(s_names, name => Replies(name).All(reply => IsHarmless(reply.ToPlainText()))).QuickCheckThrowOnFailure();

    [Test]
    public void Json_holds_nothing_that_steers_and_is_one_line() =>
        Prop.ForAll(s_names, name => Replies(name).Select(ReplyJson.Of).All(json => !json.Contains('\n') && IsHarmless(json)))
            .QuickCheckThrowOnFailure();

    [Test]
    public void Hostile_name_adds_no_line() =>
        Prop.ForAll(s_names, name => Replies(name).Select(Lines).SequenceEqual(Replies("name").Select(Lines))).QuickCheckThrowOnFailure();

    [TestCase("a\e]52;c;FAKE\ab", "a]52;c;FAKEb")]
    [TestCase("met\u200Bered", "metered")]
    [TestCase("\u202Eeerf", "eerf")]
    [TestCase("one\ntwo\u2028three", "onetwothree")]
    public void Name_is_cleaned(string name, string clean) => Assert.That(CleanText.Name(name), Is.EqualTo(clean));

    [Test]
    public void Half_a_character_is_shown_as_broken() => // No attribute can hold one.
        Assert.That(CleanText.Name("half" + '\ud83d'), Is.EqualTo("half\uFFFD"));

    private static int Lines(CommandReply reply) => reply.ToPlainText().Count(c => c == '\n');

    private static bool IsHarmless(string text) => text.EnumerateRunes().All(rune =>
        rune.Value == '\n' || Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate));

    private static IReadOnlyList<CommandReply> Replies(string name)
    {
        var profile = new ShownProfile(name, BillingClass.Metered);
        var model = Opus with { Short = name, Label = name + name };
        var candidate = new ShownCandidate(profile, name, CandidateState.Ready, CandidateReason.Chosen, null, name);
        var resolution = new ShownResolution(model, [candidate], profile, Precedence.Order, name, null, null, null);
        var session = Selected with { Model = model, Pins = [WorkPin with { Profile = profile }, TeamPin with { Profile = profile }] };
        CommandReply[] replies =
        [
            new CommandReply.Picker([new PickerRow(1, model, [candidate], false)], 1, 1, null, null),
            new CommandReply.AccountPicker(model, [candidate]) { Actions = [new(ReplyActionKind.Select, name)] },
            new CommandReply.Status(model, resolution, new ShownReceipt(model, profile, Now), null, name),
            new CommandReply.Why(resolution),
            new CommandReply.ChoiceChanged(ChoiceChange.Pinned, true, false, resolution),
            new CommandReply.DryRun(true, resolution, null),
            new CommandReply.History([new ShownChange(1, Now, name, name, model, session.Pins, null)]),
            new CommandReply.Tested(model, profile, null, TimeSpan.Zero),
            new CommandReply.Consented(null, profile, false),
            new CommandReply.Failed(ErrorCode.PayerChange) { From = profile, Profile = profile, Rule = name, Works = [name], Reference = name },
        ];
        return [.. replies.Select(reply => reply with
        {
            At = Now,
            Session = session,
            Notices = [new Notice.PayerChanged(profile, profile, null), new Notice.ChoiceEnded(session)],
        })];
    }
}
