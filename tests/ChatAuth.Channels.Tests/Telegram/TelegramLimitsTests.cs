using ChatAuth.Channels.Telegram;
using ChatAuth.Channels.Tests.Text;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using FsCheck;
using FsCheck.Fluent;
using static ChatAuth.Channels.Tests.Text.Shown;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>Whatever names and answers hold, what goes out keeps Telegram's limits.</summary>
internal sealed class TelegramLimitsTests
{
    private static readonly Gen<string> s_pieces = Gen.Elements(
        "n", "שלום", "مرحبا", "😀", "👩‍👩‍👧", "e\u0301", "\u0301", "界", "🇩🇪", " ", "\n", "\n\n", "\u202E", "\u200B", "\ud83d", "\ude00", "/opus", "/", "<", "_", "\u2800", "\u200D", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍");

    /// <summary>Up to 200 characters.</summary>
    private static readonly Arbitrary<string> s_names = s_pieces.ArrayOf().Select(pieces => Cut(string.Concat(pieces), 200))
        .Or(s_pieces.Select(piece => Cut(string.Concat(Enumerable.Repeat(piece, 200)), 200))).ToArbitrary();

    private static readonly Arbitrary<string> s_answers = s_pieces.Or(s_pieces.SelectMany(piece => Gen.Choose(1, 2500).Select(times => string.Concat(Enumerable.Repeat(piece, times)))))
        .ArrayOf(8).Select(string.Concat).ToArbitrary();

    [Test]
    public void Any_names_keep_the_limits() =>
        Prop.ForAll(s_names, name => Replies(name).All(reply => TelegramMessages.Of(reply).All(IsSound) && TelegramAlerts.Of(reply) is { Length: > 0 and <= 200 } alert && IsValid(alert)))
            .QuickCheckThrowOnFailure();

    [Test]
    public void Page_of_long_names_fits_one_message_with_every_number() =>
        Prop.ForAll(s_names, name => Replies(name).Take(2).All(reply =>
            TelegramMessages.Of(reply) is [var only] && Enumerable.Range(9, 8).All(number => only.Text.Contains($"\n{number}. ", StringComparison.Ordinal) || only.Text.Contains($"\n{(char)('a' + number - 1)}. ", StringComparison.Ordinal))))
            .QuickCheckThrowOnFailure();

    [Test]
    public void Any_answer_keeps_the_limits() =>
        Prop.ForAll(s_answers, answer => TelegramAnswers.Split(answer) is { Count: > 0 } parts && parts.All(IsSound)).QuickCheckThrowOnFailure();

    [Test]
    public void Answer_loses_nothing_but_blanks() =>
        Prop.ForAll(s_answers, answer =>
        {
            var sent = string.Concat(TelegramAnswers.Split(answer).Select(part => part.Text));

            return !CleanText.IsVisible(CleanText.Prose(answer)) || Solid(sent) == Solid(CleanText.Prose(answer));
        }).QuickCheckThrowOnFailure();

    private static bool IsSound(TelegramPart part) =>
        part.Text.Length is > 0 and <= 4096 && IsValid(part.Text)
        && (part.Entities ?? []).Count <= 100
        && (part.Entities ?? []).All(entity => entity.Offset >= 0 && entity.Length > 0 && entity.Offset + entity.Length <= part.Text.Length)
        && TelegramSlashWords.Of(part.Text).All(word => IsCode(part, word))
        && (part.Keyboard?.InlineKeyboard ?? []).SelectMany(row => row).All(button => button.Text.Length is > 0 and <= 60 && IsValid(button.Text));

    private static bool IsCode(TelegramPart part, Range word) =>
        part.Entities?.Any(entity => entity.Type == "code" && entity.Offset <= word.Start.Value && entity.Offset + entity.Length >= word.End.Value) == true;

    /// <summary>No half of a pair stands alone.</summary>
    private static bool IsValid(string text) => !Enumerable.Range(0, text.Length).Any(at =>
        char.IsSurrogate(text[at]) && !(at > 0 && char.IsSurrogatePair(text, at - 1)) && !(at + 1 < text.Length && char.IsSurrogatePair(text, at)));

    private static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u2800' or '\u200D')));

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    private static IReadOnlyList<CommandReply> Replies(string name)
    {
        var profile = new ShownProfile(name, BillingClass.Subscription);
        var model = Opus with { Short = name, Label = name + "x" };
        var candidate = new ShownCandidate(profile, name, CandidateState.Cooling, CandidateReason.ProviderNotAvailable, Now.AddHours(5), name);
        List<PickerRow> rows = [.. Enumerable.Range(9, 8).Select(number => new PickerRow(number, model, [.. Enumerable.Repeat(candidate, 60)], number == 10))];
        var select = new ReplyAction(ReplyActionKind.Select, $"/model {name}", Opus.Ref, ProfileId.Parse("anthropic:work"), profile) { Span = TimeSpan.FromMinutes(129_599) };
        var resolution = new ShownResolution(model, [candidate], profile, Precedence.Order, name, null, null, PayerChange.Asked);
        CommandReply[] replies =
        [
            new CommandReply.Picker(rows, 2, 8, null, ErrorCode.PickerStale) { Actions = [.. rows.Select(ButtonedSamples.Pick)] },
            new CommandReply.AccountPicker(model, [.. Enumerable.Repeat(candidate, 8)], 2, 8) { First = 9, Actions = [.. Enumerable.Repeat(select, 8)] },
            new CommandReply.Status(model, resolution, new ShownReceipt(model, profile, Now), null, name),
            new CommandReply.ChoiceChanged(ChoiceChange.Pinned, true, false, resolution),
            new CommandReply.History([.. Enumerable.Repeat(new ShownChange(1, Now, name, name, model, [WorkPin with { Profile = profile }], null), 20)]),
            new CommandReply.Failed(ErrorCode.PayerChange)
            {
                From = profile, Profile = profile, Rule = name, Works = [name],
                Actions = [new(ReplyActionKind.AllowOnce, "/model allow"), select, select with { Model = Sonnet.Ref }],
            },
        ];
        var session = Selected with { Model = model, Pins = [WorkPin with { Profile = profile }] };
        return [.. replies.Select(reply => ButtonedSamples.Signed(reply with { At = Now, Session = session }))];
    }
}
