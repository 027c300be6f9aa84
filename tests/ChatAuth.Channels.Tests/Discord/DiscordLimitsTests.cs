using ChatAuth.Channels.Discord;
using ChatAuth.Channels.Tests.Text;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;
using static ChatAuth.Channels.Tests.Text.Shown;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>Whatever names and answers hold, what goes out keeps Discord's limits, and nothing in it is taken for markup of ours.</summary>
internal sealed class DiscordLimitsTests
{
    private static readonly Gen<string> s_pieces = Gen.Elements(
        "n", "שלום", "😀", "👩‍👩‍👧", "e\u0301", "\u0301", "界", " ", "\n", "\n\n", "\u202E", "\u200B", "\ud83d", "\ude00", "\u2800", "\\", "*", "**", "_", "__", "~~", "`", "```", "```cs\n",
        "||", "> ", ">>> ", "# ", "-# ", "-#", "- ", "1. ", "+ ", "<@1>", "<@&1>", "<#1>", "</model:1>", "</a b:2>", "<t:1:R>", "<:x:1>", ":smile:", "@everyone", "[a](https://evil.example)", "https://evil.example", ":", "(", ")");

    private static readonly Arbitrary<string> s_names = s_pieces.ArrayOf().Select(pieces => Cut(string.Concat(pieces), 200))
        .Or(s_pieces.Select(piece => Cut(string.Concat(Enumerable.Repeat(piece, 200)), 200))).ToArbitrary();

    private static readonly Arbitrary<string> s_answers = s_pieces.Or(s_pieces.SelectMany(piece => Gen.Choose(1, 1300).Select(times => string.Concat(Enumerable.Repeat(piece, times)))))
        .ArrayOf(8).Select(string.Concat).ToArbitrary();

    [Test]
    public void Any_names_keep_the_limits() =>
        Prop.ForAll(s_names, name => Replies(name).All(reply => IsSound(DiscordMessages.Of(reply, true)))).QuickCheckThrowOnFailure();

    [Test]
    public void Any_names_are_shown_as_they_are() =>
        Prop.ForAll(s_names, name => Replies(name).All(reply =>
        {
            var shown = string.Concat(DiscordMessages.Of(reply, true).Select(message => ReadMarkdown.Of(message.Content)));
            var words = ButtonedText.Of(reply, DiscordControls.Of(reply).All, menu: true).ToString();

            return Solid(shown) == Solid(words);
        })).QuickCheckThrowOnFailure();

    [Test]
    public void Any_answer_keeps_the_limits() =>
        Prop.ForAll(s_answers, answer => IsSound(Answer(answer))).QuickCheckThrowOnFailure();

    [Test]
    public void Only_what_we_say_is_small_print_and_no_command_is_mentioned() =>
        Prop.ForAll(s_answers, answer =>
        {
            var lines = Answer(answer).SelectMany(message => message.Content.Split('\n')).ToList();

            return lines[0].StartsWith("-# Another account pays", StringComparison.Ordinal)
                && lines[^1].StartsWith("-# answered by", StringComparison.Ordinal)
                && lines.Skip(1).SkipLast(1).All(line => !line.Contains("-# ", StringComparison.Ordinal))
                && lines.All(line => !line.Contains("</model:1>", StringComparison.Ordinal) && !line.Contains("</a b:2>", StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Answer_loses_nothing_but_blanks() =>
        Prop.ForAll(s_answers, answer =>
        {
            var sent = Bare(string.Concat(Answer(answer).Select(message => message.Content)));
            var prose = Bare(CleanText.Prose(answer));

            return !CleanText.IsVisible(prose) || HasAllOf(sent, prose);
        }).QuickCheckThrowOnFailure();

    private static IReadOnlyList<DiscordMessage> Answer(string text) => DiscordAnswers.Of(
        new AskResult.Answer(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)), Receipt, Selected, [new Notice.PayerChanged(Work, Team, null)]), showReceipt: true);

    private static bool IsSound(IReadOnlyList<DiscordMessage> messages) => messages.Count > 0 && messages.All(IsSound);

    private static bool IsSound(DiscordMessage message)
    {
        var parts = message.Components.SelectMany(row => row.Components).ToList();
        return message.Content.Length <= 2000 && CleanText.IsVisible(message.Content) && IsValid(message.Content)
            && message.AllowedMentions.Parse.Count == 0
            && message.Components.Count <= 5
            && message.Components.All(row => row.Components is [{ Type: 3 }] || (row.Components.Count is > 0 and <= 5 && row.Components.All(part => part.Type == 2)))
            && parts.All(part => part.CustomId is { Length: > 0 and <= 100 }) && parts.DistinctBy(part => part.CustomId).Count() == parts.Count
            && parts.Where(part => part.Type == 2).All(part => part.Label is { Length: > 0 and <= 80 } label && IsValid(label))
            && parts.Where(part => part.Type == 3).All(IsSoundMenu);
    }

    private static bool IsSoundMenu(DiscordComponent menu) =>
        menu is { Options: { Count: > 0 and <= 25 } options, Placeholder.Length: > 0 and <= 150 }
        && options.DistinctBy(option => option.Value).Count() == options.Count
        && options.All(option => option is { Label.Length: > 0 and <= 100, Value.Length: > 0 and <= 100, Description.Length: > 0 and <= 100 } && IsValid(option.Label) && IsValid(option.Description));

    /// <summary>No half of a pair stands alone.</summary>
    private static bool IsValid(string text) => !Enumerable.Range(0, text.Length).Any(at =>
        char.IsSurrogate(text[at]) && !(at > 0 && char.IsSurrogatePair(text, at - 1)) && !(at + 1 < text.Length && char.IsSurrogatePair(text, at)));

    private static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u2800' or '\u200D' or '—')));

    /// <summary>Every character of the text in its order; a block that begins anew repeats the word after its fence in between.</summary>
    private static bool HasAllOf(string sent, string text)
    {
        var at = 0;
        foreach (var c in sent)
        {
            if (at < text.Length && text[at] == c) at++;
        }
        return at == text.Length;
    }

    /// <summary>Without blanks, and without the fences and backslashes that are added.</summary>
    private static string Bare(string text) => Solid(text.Replace("\\", "").Replace("`", "").Replace("cs", ""));

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    private static IReadOnlyList<CommandReply> Replies(string name)
    {
        var profile = new ShownProfile(name, BillingClass.Subscription);
        var model = Opus with { Short = name, Label = name + "x" };
        var candidate = new ShownCandidate(profile, name, CandidateState.Cooling, CandidateReason.ProviderNotAvailable, Now.AddHours(5), name);
        List<PickerRow> rows = [.. Enumerable.Range(9, 30).Select(number => new PickerRow(number, model with { Ref = Core.Models.ModelRef.Parse($"vendor/m{number}") }, [.. Enumerable.Repeat(candidate, 60)], number == 10))];
        var select = new ReplyAction(ReplyActionKind.Select, $"/model {name}", Opus.Ref, ProfileId.Parse("anthropic:work"), profile) { Span = TimeSpan.FromMinutes(129_599) };
        var resolution = new ShownResolution(model, [candidate], profile, Precedence.Order, name, null, null, PayerChange.Asked);
        CommandReply[] replies =
        [
            new CommandReply.Picker(rows, 2, 8, null, ErrorCode.PickerStale) { Actions = [.. rows.Select(ButtonedSamples.Pick), .. Enumerable.Repeat(select, 30)] },
            new CommandReply.AccountPicker(model, [.. Enumerable.Repeat(candidate, 30)], 2, 8) { Actions = [.. Enumerable.Repeat(select, 30), select with { Profile = null }] },
            new CommandReply.Status(model, resolution, new ShownReceipt(model, profile, Now), null, name),
            new CommandReply.ChoiceChanged(ChoiceChange.Pinned, true, false, resolution),
            new CommandReply.DryRun(true, resolution, ErrorCode.PinForbidden),
            new CommandReply.History([.. Enumerable.Repeat(new ShownChange(1, Now, name, name, model, [.. Enumerable.Repeat(WorkPin with { Profile = profile }, 9)], null), 20)]),
            new CommandReply.Failed(ErrorCode.PayerChange)
            {
                From = profile, Profile = profile, Rule = name, Works = [name], Reference = name,
                Actions = [new(ReplyActionKind.AllowOnce, "/model allow"), .. Enumerable.Repeat(select, 30), select with { Model = Sonnet.Ref }],
            },
        ];
        var session = Selected with { Model = model, Pins = [WorkPin with { Profile = profile }] };
        return [.. replies.Select(reply => ButtonedSamples.Signed(reply with { At = Now, Session = session }))];
    }
}
