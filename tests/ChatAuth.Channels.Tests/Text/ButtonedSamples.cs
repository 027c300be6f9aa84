using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using static ChatAuth.Channels.Tests.Text.Shown;

namespace ChatAuth.Channels.Tests.Text;

/// <summary>A reply of every kind with the actions that it has where there are buttons, by the name of its golden file.</summary>
internal static class ButtonedSamples
{
    private static readonly ReplyAction s_status = new(ReplyActionKind.Status, "/model status");
    private static readonly ReplyAction s_list = new(ReplyActionKind.List, "/model list");
    private static readonly ReplyAction s_why = new(ReplyActionKind.Why, "/model why");
    private static readonly ReplyAction s_unpin = new(ReplyActionKind.Unpin, "/model unpin");
    private static readonly ReplyAction s_undo = new(ReplyActionKind.Undo, "/model undo");
    private static readonly ReplyAction s_step = new(ReplyActionKind.Accounts, null, Opus.Ref) { Page = 1 };
    private static readonly ReplyAction s_once = new(ReplyActionKind.AllowOnce, "/model allow");
    private static readonly ReplyAction s_here = new(ReplyActionKind.AllowSession, "/model allow session");
    private static readonly ReplyAction s_deny = new(ReplyActionKind.Deny, "/model deny");

    public static readonly IReadOnlyDictionary<string, CommandReply> All = SampleReplies.All
        .Where(sample => sample.Value.Visibility == Visibility.Private)
        .Select(sample => (sample.Key, Reply: WithActions(sample.Key, sample.Value)))
        .Concat(Own())
        .ToDictionary(sample => sample.Key, sample => Signed(sample.Reply with { At = Now, Session = sample.Reply.Session ?? Selected }));

    /// <summary>Every action gets what a button would carry, but for one that says that it does not fit.</summary>
    public static CommandReply Signed(CommandReply reply) => reply with
    {
        Actions = [.. reply.Actions.Select((action, slot) => action.Token is "" ? action with { Token = null } : action with { Token = $"FAKE{slot:D59}" })],
    };

    public static ReplyAction Account(ShownModel model, string id) => new(
        ReplyActionKind.Select, $"/model {model.Short}@{id}", model.Ref, ProfileId.Parse(id), new ShownProfile(id, BillingClass.Subscription));

    public static ReplyAction Pick(PickerRow row) => new(ReplyActionKind.Pick, $"/model {row.Number}", row.Model.Ref);

    private static ReplyAction Whole(MoreModels more) => new(ReplyActionKind.List, $"/model list {more.Provider}") { Provider = more.Provider };

    private static CommandReply WithActions(string name, CommandReply reply) => (name, reply) switch
    {
        (_, CommandReply.Picker picker) => picker with { Actions = [.. picker.Rows.Select(Pick), .. picker.More.Select(Whole), .. Pages(ReplyActionKind.List, picker.Page, picker.Pages), s_status] },
        (_, CommandReply.AccountPicker picker) => picker with { Actions = [.. picker.Actions, new(ReplyActionKind.Select, "/model opus", Opus.Ref), s_list] },
        (_, CommandReply.Status status) => status with { Actions = [s_step, s_unpin, new(ReplyActionKind.Test, "/model test"), s_why, s_list, s_status] },
        ("undone", _) => reply with { Actions = [s_status, s_list] },
        (_, CommandReply.ChoiceChanged) => reply with { Actions = [s_undo, s_status, s_list] },
        ("attempt-open", _) => reply with { Actions = [s_once, s_deny] },
        ("payer-change" or "pin-cooling", _) => reply with { Actions = [s_once, s_here, s_deny] },
        _ => reply,
    };

    private static IEnumerable<(string Key, CommandReply Reply)> Own() =>
    [
        ("picker-many", Many(2, 3)),
        ("account-picker-many", ManyAccounts(2, 8)),
        ("picker-untapped", new CommandReply.Picker([new(1, Opus, Candidates, true), new(2, Sonnet, Candidates, false)], 1, 2, null, null)
        {
            Actions = [new(ReplyActionKind.List, "/model list 2") { Page = 2, Token = "" }, s_status with { Token = "" }],
        }),
        ("pin-broken", new CommandReply.Failed(ErrorCode.PinExpired)
        {
            Profile = Work,
            Actions = [Account(Opus, "anthropic:personal"), Account(Opus, "anthropic:spare") with { Token = "" }, s_step, s_unpin, s_why],
        }),
        ("ambiguous", new CommandReply.Failed(ErrorCode.SelectorAmbiguous)
        {
            Works = ["/model opus@anthropic:work for 2h", "/model ollama/opus for 2h"],
            Actions =
            [
                Account(Opus, "anthropic:work") with { Span = TimeSpan.FromHours(2) },
                new(ReplyActionKind.Select, null, ModelRef.Parse("ollama/opus")) { Span = TimeSpan.FromHours(2) },
            ],
        }),
        ("model-lost", new CommandReply.Failed(ErrorCode.ModelNotAllowed) { Actions = [s_list, new(ReplyActionKind.Reset, "/model reset")] }),
    ];

    private static CommandReply.Picker Many(int page, int pages)
    {
        List<ShownCandidate> sixty = [.. Candidates.Take(2), .. Enumerable.Repeat(Candidates[1], 58)];
        List<PickerRow> rows = [.. Enumerable.Range(9, 8).Select(number => new PickerRow(
            number, new ShownModel(ModelRef.Parse($"vendor/m{number}"), number % 3 == 0 ? $"vendor/m{number}-with-a-name-that-is-long-enough-to-be-cut-somewhere" : $"m{number}", $"Model {number}"),
            number % 2 == 0 ? sixty : Candidates, number == 10))];
        return new CommandReply.Picker(rows, page, pages, null, null)
        {
            Actions = [.. rows.Select(Pick), .. Pages(ReplyActionKind.List, page, pages), s_status],
        };
    }

    private static CommandReply.AccountPicker ManyAccounts(int page, int pages)
    {
        List<ReplyAction> accounts = [.. Enumerable.Range(9, 8).Select(number => Account(Opus, $"anthropic:seat-{number}"))];
        CandidateState[] states = Enum.GetValues<CandidateState>();
        return new CommandReply.AccountPicker(
            Opus, [.. accounts.Select((account, i) => Candidate(account.Shown!, states[i % states.Length], i == 7 ? CandidateReason.ForbiddenByRule : CandidateReason.Outranked, Now.AddHours(5)))], page, pages)
        {
            First = 9,
            Session = Selected with { Pins = [WorkPin with { Profile = accounts[1].Shown }] },
            Actions = [.. accounts, new(ReplyActionKind.Select, "/model opus", Opus.Ref), .. Pages(ReplyActionKind.Accounts, page, pages), s_list],
        };
    }

    private static IEnumerable<ReplyAction> Pages(ReplyActionKind kind, int page, int pages)
    {
        if (page > 1) yield return new ReplyAction(kind, $"/model list {page - 1}") { Page = page - 1 };
        if (page < pages) yield return new ReplyAction(kind, $"/model list {page + 1}") { Page = page + 1 };
    }
}
