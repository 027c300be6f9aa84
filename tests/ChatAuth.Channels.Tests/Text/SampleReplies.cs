using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using static ChatAuth.Channels.Tests.Text.Shown;

namespace ChatAuth.Channels.Tests.Text;

/// <summary>A reply of every kind, by the name of its golden file.</summary>
internal static class SampleReplies
{
    private static readonly ReplyAction s_unpin = new(ReplyActionKind.Unpin, "/model unpin");
    private static readonly ReplyAction s_undo = new(ReplyActionKind.Undo, "/model undo");

    public static readonly IReadOnlyDictionary<string, CommandReply> All = new Dictionary<string, CommandReply>
    {
        ["picker"] = new CommandReply.Picker(Rows(), 1, 2, null, null),
        ["picker-public"] = new CommandReply.Picker([Row(1, Opus, "Alice's account", "a private account")], 1, 1, null, null)
        { Visibility = Visibility.Public },
        ["picker-stale"] = new CommandReply.Picker(Rows(), 1, 1, Anthropic, ErrorCode.PickerStale),
        ["picker-offered"] = new CommandReply.Picker(
            [Rows()[0], Rows()[1] with { NotOfferedTo = [Work] }, Rows()[2] with { NotOfferedTo = [Work, Personal, Team] }], 1, 1, null, null)
        { More = [new MoreModels(Anthropic, 12), new MoreModels(Local.Ref.Provider, 340)] },
        ["picker-empty"] = new CommandReply.Picker([], 1, 1, null, null),
        ["account-picker"] = new CommandReply.AccountPicker(Opus, Candidates)
        {
            Actions =
            [
                new ReplyAction(ReplyActionKind.Select, "/model opus@work", Opus.Ref, ProfileId.Parse("anthropic:work"), Work),
                new ReplyAction(ReplyActionKind.Select, "/model opus@personal", Opus.Ref, ProfileId.Parse("anthropic:personal"), Personal),
            ],
        },
        ["status"] = new CommandReply.Status(Sonnet, Pinned, Receipt, new Uri("https://user:FAKE@proxy.example/v1?key=FAKE"), "anthropic-messages")
        {
            Session = Selected,
            Actions = [s_unpin, new ReplyAction(ReplyActionKind.Test, "/model test"), new ReplyAction(ReplyActionKind.Status, "/model status")],
        },
        ["status-not-offered"] = new CommandReply.Status(Sonnet, Pinned, null, null, null) { Session = Selected, NotOfferedTo = [Work] },
        ["status-environment"] = new CommandReply.Status(Sonnet, Pinned with { Candidates = [Candidates[0] with { Source = "process ANTHROPIC_OAUTH_TOKEN" }] }, null, null, null),
        ["status-default"] = new CommandReply.Status(
            Sonnet, new ShownResolution(Sonnet, Candidates, Personal, Precedence.TypeAndLastUse, null, null, null, PayerChange.Asked), null, null, null)
        { Session = new ShownSession(Sonnet, true, null, [], true, 0) },
        ["status-broken"] = new CommandReply.Status(Sonnet, Nobody, null, null, null)
        { Session = Selected with { Until = Now.AddDays(4), Pins = [WorkPin with { State = PinStateName.PinBroken, Until = Now.AddHours(2) }] } },
        ["why"] = new CommandReply.Why(Pinned),
        ["why-nobody"] = new CommandReply.Why(Nobody),
        ["pinned"] = new CommandReply.ChoiceChanged(ChoiceChange.Pinned, true, true, Pinned) { Session = Selected, Actions = [s_undo] },
        ["pinned-for-a-time"] = new CommandReply.ChoiceChanged(ChoiceChange.Pinned, true, true, Pinned)
        { Session = Selected with { Until = Now.AddHours(2), Pins = [WorkPin with { Until = Now.AddHours(2) }] } },
        ["selected"] = new CommandReply.ChoiceChanged(ChoiceChange.Selected, true, false, Pinned) { Session = Selected },
        ["so-already"] = new CommandReply.ChoiceChanged(ChoiceChange.Selected, false, true, Pinned) { Session = Selected with { Pins = [] } },
        ["unpinned"] = new CommandReply.ChoiceChanged(ChoiceChange.Unpinned, true, true, Pinned with { PayerChange = PayerChange.Announced }),
        ["undone"] = new CommandReply.ChoiceChanged(ChoiceChange.Undone, true, true, Nobody)
        { Session = Selected, Notices = [new Notice.ChoiceEnded(Selected)] },
        ["dry-run"] = new CommandReply.DryRun(true, Pinned, null),
        ["dry-run-refused"] = new CommandReply.DryRun(false, Pinned, ErrorCode.RightMissing),
        ["history"] = new CommandReply.History(
        [
            new ShownChange(12, Now.AddMinutes(-5), "you", "profile-pinned", Opus, [WorkPin], Now.AddHours(2)),
            new ShownChange(11, Now.AddHours(-30), "telegram:42", "model-selected", Opus, [WorkPin with { State = PinStateName.AutoPinned }], null),
            new ShownChange(10, Now.AddDays(-9), null, "choice-ended", Sonnet, [], null),
        ]),
        ["history-empty"] = new CommandReply.History([]),
        ["help"] = new CommandReply.Help(),
        ["tested"] = new CommandReply.Tested(Opus, Work, null, TimeSpan.FromMilliseconds(812.4)),
        ["tested-failed"] = new CommandReply.Tested(Opus, Work, ErrorCode.VendorLimited, TimeSpan.FromSeconds(1)) { Reference = "7f3a9c" },
        ["consented-once"] = new CommandReply.Consented(ConsentScope.Once, Team, SendAgain: true),
        ["consented-session"] = new CommandReply.Consented(ConsentScope.Session, Team, SendAgain: false),
        ["consented-never"] = new CommandReply.Consented(ConsentScope.Never, Team, SendAgain: false),
        ["denied"] = new CommandReply.Consented(null, Team, SendAgain: false),
        ["claimed"] = new CommandReply.Claimed(),
        ["failed"] = new CommandReply.Failed(ErrorCode.ProfileUnknown) { Column = 13, Works = ["/model opus@work", "/model opus"] },
        ["failed-internal"] = new CommandReply.Failed(ErrorCode.Internal) { Reference = "7f3a9c" },
        ["failed-charged"] = new CommandReply.Failed(ErrorCode.VendorUnavailable) { Profile = Work, Reference = "7f3a9c", MayHaveBeenCharged = true },
        ["failed-for-claude-code-only"] = new CommandReply.Failed(ErrorCode.CredentialForClaudeCodeOnly)
        { Profile = Work, Reference = "7f3a9c", Actions = [s_unpin, new ReplyAction(ReplyActionKind.Why, "/model why")] },
        ["failed-secret"] = new CommandReply.Failed(ErrorCode.SecretInMessage) { DeleteOriginal = true },
        ["failed-forbidden"] = new CommandReply.Failed(ErrorCode.PinForbidden) { Profile = Work, Rule = "night shift", Until = Now.AddHours(3) },
        ["payer-change"] = new CommandReply.Failed(ErrorCode.PayerChange)
        {
            From = Work,
            Profile = Team,
            Actions = [new ReplyAction(ReplyActionKind.AllowOnce, "/model allow"), new ReplyAction(ReplyActionKind.Why, "/model why")],
        },
        ["pin-cooling"] = new CommandReply.Failed(ErrorCode.PinCooling)
        {
            Profile = Work, Until = Limited.Rest!.Until, Resting = [Limited], Actions = [new ReplyAction(ReplyActionKind.AllowOnce, "/model allow")],
        },
        ["nobody-eligible-after-one-failed"] = new CommandReply.Failed(ErrorCode.VendorLimited) { Profile = Limited.Profile, Resting = [Unpaid, Limited], Reference = "7f3a9c" },
        ["nobody-eligible"] = new CommandReply.Failed(ErrorCode.NobodyEligible) { Until = Limited.Rest!.Until, Resting = [Limited, Unpaid] },
        ["credential-on-trial"] = new CommandReply.Failed(ErrorCode.CredentialOnTrial) { Until = Now.AddMinutes(1) },
        ["why-resting"] = new CommandReply.Why(Pinned with { Candidates = [Candidates[0], Limited, Unpaid] }),
        ["cleared"] = new CommandReply.Cleared(Work, Limited.Rest, Pinned),
        ["cleared-nothing"] = new CommandReply.Cleared(Work, null, Pinned),
        ["attempt-open"] = new CommandReply.Failed(ErrorCode.AttemptOpen) { Profile = Work, Actions = [new ReplyAction(ReplyActionKind.AllowOnce, "/model allow")] },
    }.ToDictionary(entry => entry.Key, entry => entry.Value with { At = Now });

    private static ShownCandidate Limited => Candidate(Work, CandidateState.Cooling, CandidateReason.Cooling, Now.AddMinutes(42)) with
    {
        Rest = new Rest(FailureReason.RateLimit, false, Now.AddMinutes(42), EndIsVendors: true),
    };

    private static ShownCandidate Unpaid => Candidate(Old, CandidateState.Disabled, CandidateReason.Disabled, Now.AddHours(5)) with
    {
        Rest = new Rest(FailureReason.Billing, true, Now.AddHours(5), EndIsVendors: false),
    };

    private static IReadOnlyList<PickerRow> Rows() =>
    [
        new(1, Opus, Candidates, true),
        new(2, Sonnet, [Candidate(Work, CandidateState.Cooling, CandidateReason.Cooling, Now.AddMinutes(12)), Candidates[1]], false),
        new(10, Local, [], false),
    ];

    private static PickerRow Row(int number, ShownModel model, params string[] labels) => new(
        number, model, [.. labels.Select(label => Candidate(new(label, BillingClass.Subscription), CandidateState.Ready, CandidateReason.Chosen))], true);
}
