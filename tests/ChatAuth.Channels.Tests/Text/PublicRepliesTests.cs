using ChatAuth.Channels.Terminal;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Profiles;
using FsCheck;
using FsCheck.Fluent;
using static ChatAuth.Channels.Tests.Text.Shown;

namespace ChatAuth.Channels.Tests.Text;

internal sealed class PublicRepliesTests
{
    private static readonly ShownProfile s_label = new("Alice's account", BillingClass.Subscription);

    [Test]
    public void Planted_id_is_in_no_public_reply() =>
        Prop.ForAll((uint number) =>
        {
            var planted = $"planted{number}x";

            return Replies(planted).All(reply => !reply.ToPlainText().Contains(planted) && !ReplyJson.Of(reply).Contains(planted));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Endpoint_is_shown_in_private_only()
    {
        var shown = SampleReplies.All["status"];

        Assert.That(shown.ToPlainText(), Does.Contain("https://proxy.example/v1"));
        Assert.That((shown with { Visibility = Visibility.Public }).ToPlainText(), Does.Not.Contain("proxy.example"));
    }

    [Test]
    public void Endpoint_is_shown_without_its_secrets() =>
        Assert.That(SampleReplies.All["status"].ToPlainText(), Does.Not.Contain("FAKE"));

    /// <summary>What a handler keeps in a public reply's actions and endpoint is for buttons and for the private answer.</summary>
    private static IEnumerable<CommandReply> Replies(string planted)
    {
        var id = ProfileId.Parse($"anthropic:{planted}");
        var candidate = Candidate(s_label, CandidateState.Ready, CandidateReason.Chosen);
        var resolution = new ShownResolution(Opus, [candidate], s_label, Precedence.Order, null, null, null, null);
        CommandReply[] replies =
        [
            new CommandReply.Picker([new PickerRow(1, Opus, [candidate], true)], 1, 1, null, null),
            new CommandReply.AccountPicker(Opus, [candidate]),
            new CommandReply.Status(Opus, resolution, null, new Uri($"https://{planted}.example"), null),
            new CommandReply.ChoiceChanged(ChoiceChange.Selected, true, true, resolution),
        ];
        return replies.Select(reply => reply with
        {
            At = Now,
            Visibility = Visibility.Public,
            Actions = [new ReplyAction(ReplyActionKind.Select, $"/model opus@{planted}", Opus.Ref, id, s_label)],
        });
    }
}
