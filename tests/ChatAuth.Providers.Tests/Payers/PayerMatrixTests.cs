using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Providers.Tests.Payers;

/// <summary>The matrix of threats A3 over sockets: every cause of a change, every relation of the next payer to the last, with and without an order, under every preset.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class PayerMatrixTests
{
    public static IEnumerable<TestCaseData> Matrix =>
        from cause in PayerCauses.All
        from relation in cause.Relations
        from ordered in cause.IsOrdered ? new[] { true } : [false, true]
        from preset in cause.Always is null ? Enum.GetValues<ConsentPreset>() : [ConsentPreset.Allow]
        select new TestCaseData(cause, relation, ordered, preset)
            .SetArgDisplayNames(cause.Name, $"{relation}", ordered ? "ordered" : "unordered", $"{preset}");

    [TestCaseSource(nameof(Matrix))]
    public async Task New_payer_is_charged_when_somebody_was_asked_or_told_and_not_before(PayerCause cause, PayerRelation relation, bool ordered, ConsentPreset preset)
    {
        await using var scene = new PayerScene(cause, relation, ordered, preset);
        await cause.Happen(scene);
        var before = scene.Shown;

        var result = await scene.AskAsync();

        var charged = scene.Shown.Next - before.Next;
        switch (cause.Expect(relation, ordered, preset))
        {
            case PayerNews.None:
                Assert.That(NoticesOf(result), Is.Empty);
                break;
            case PayerNews.Kept:
                Assert.That(NoticesOf(result), Is.Empty);
                Assert.That(scene.Shown.First - before.First, Is.EqualTo(1));
                if (relation is not PayerRelation.Same) Assert.That(charged, Is.Zero);
                break;
            case PayerNews.Said:
                Assert.That(NoticesOf(result), Is.EqualTo([scene.NextShown]));
                Assert.That(charged, Is.EqualTo(1));
                break;
            case PayerNews.Named:
                if (!cause.Message.StartsWith('/')) Assert.That(scene.NamedLast, Is.EqualTo(scene.NextShown));
                Assert.That(NoticesOf(result), Is.EqualTo([scene.NextShown]));
                Assert.That(charged, Is.EqualTo(1));
                break;
            case PayerNews.Refused:
                Assert.That(RefusalOf(result).Code.Id, Is.EqualTo(cause.Code ?? ErrorCode.ConsentDenied.Id));
                Assert.That(RefusalOf(result).Actions.Select(action => action.Kind), Has.None.EqualTo(ReplyActionKind.AllowOnce));
                Assert.That(charged, Is.Zero);
                break;
            case PayerNews.Asked:
                Assert.That(RefusalOf(result).Code, Is.EqualTo(ErrorCode.PayerChange));
                Assert.That(RefusalOf(result).Profile!.Name, Is.EqualTo(scene.NextShown));
                Assert.That(charged, Is.Zero, "nothing is sent before the button");
                await AllowAsync(scene, RefusalOf(result));
                break;
        }
        Assert.That(scene.Strayed, Is.Zero);
    }

    /// <summary>However often "once" is tapped and delivered: one send.</summary>
    private static async Task AllowAsync(PayerScene scene, CommandReply.Failed question)
    {
        var before = scene.Shown;
        var once = question.Actions.Single(action => action.Kind is ReplyActionKind.AllowOnce).Token!;
        var tap = scene.Here();

        var allowed = await scene.TapAsync(once, tap);
        var redelivered = await scene.TapAsync(once, tap);
        var again = await scene.TapAsync(once, scene.Here());
        var next = await scene.AskAsync();

        Assert.That((allowed as AskResult.Answer)?.Receipt.Profile.Name, Is.EqualTo(scene.NextShown));
        Assert.That(new[] { redelivered, again }, Has.All.InstanceOf<AskResult.Refused>());
        Assert.That((scene.Shown.First - before.First, scene.Shown.Next - before.Next), Is.EqualTo((0, 1)), "one send");
        Assert.That(RefusalOf(next).Code, Is.EqualTo(ErrorCode.PayerChange), "the next message is another question");
    }

    private static string[] NoticesOf(AskResult result) =>
        [.. ((AskResult.Answer)result).Notices.OfType<Notice.PayerChanged>().Select(notice => notice.To.Name)];

    private static CommandReply.Failed RefusalOf(AskResult result) => (CommandReply.Failed)((AskResult.Refused)result).Reply;
}
