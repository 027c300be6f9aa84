using ChatAuth.Core.Commands;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Providers.Tests.Payers;

/// <summary>Every way in which another account comes to pay, threats A3.</summary>
internal static class PayerCauses
{
    private static readonly PayerRelation[] s_ofOneVendor = [PayerRelation.Same, PayerRelation.SameClass, PayerRelation.Metered];
    private static readonly PayerRelation[] s_elsewhere = [PayerRelation.OtherVendor];
    private static readonly PayerRelation[] s_named = [PayerRelation.SameClass, PayerRelation.Metered, PayerRelation.OtherVendor];

    public static IReadOnlyList<PayerCause> All { get; } =
    [
        new("end of a timed pin", async scene =>
        {
            await scene.ChooseAsync(scene.NextSelector);
            await scene.ChooseAsync($"{PayerScene.FirstSelector} for 2h");
            await scene.PayFirstAsync();
            scene.World.Time.Advance(TimeSpan.FromHours(3));
        }),
        new("new session that ends pins", async scene =>
        {
            await scene.ChooseAsync(PayerScene.FirstSelector);
            await scene.PayFirstAsync();
            await scene.World.Chat.RestartedAsync(scene.Here());
        }) { NextComesFirst = true, PinsEndWithSession = true },
        new("new session", async scene =>
        {
            await scene.ChooseAsync(PayerScene.FirstSelector);
            await scene.PayFirstAsync();
            await scene.World.Chat.RestartedAsync(scene.Here());
        }) { NextComesFirst = true, Always = PayerNews.Kept },
        new("reset", PinnedThen("reset")) { NextComesFirst = true, Always = PayerNews.Named },
        new("unpin", PinnedThen("unpin")) { NextComesFirst = true, Relations = s_ofOneVendor, Always = PayerNews.Named },
        new("model of another provider", async scene =>
        {
            await scene.PayFirstAsync();
            await scene.ChooseAsync(scene.NextModel);
        }) { Relations = s_elsewhere, Always = PayerNews.Named },
        new("model of another provider beside a pin", PinnedThen("gpt")) { Relations = s_elsewhere, Always = PayerNews.Named },
        new("ask once beside a pin", async scene =>
        {
            await scene.ChooseAsync(PayerScene.FirstSelector);
            await scene.PayFirstAsync();
        }) { Relations = s_elsewhere, Message = "/gpt hello", Always = PayerNews.Refused, Code = "other-credential-pinned" },
        new("ask once without a pin", scene => scene.PayFirstAsync()) { Relations = s_elsewhere, Message = "/gpt hello" },
        new("ask once while the first rests", RestAsync) { Relations = [PayerRelation.SameClass, PayerRelation.Metered], Message = "/opus hello", Always = PayerNews.Asked },
        new("ask once with the profile", scene => scene.PayFirstAsync()) { Relations = s_named, Message = "/{next} hello", Always = PayerNews.Named },
        new("choice in the parent", async scene =>
        {
            await scene.ChooseAsync(PayerScene.FirstSelector);
            scene.Here = () => scene.World.Shared(1, thread: "5") with { HasButtons = true };
            await scene.PayFirstAsync();
            await scene.ChooseAsync(scene.NextSelector, scene.World.Shared(1));
        }) { IsInGroup = true, CameByTheLink = true },
        new("choice in the parent that a reply here named before", async scene =>
        {
            CommandContext Group() => scene.World.Shared(1);
            scene.Here = () => scene.World.Shared(1, thread: "5") with { HasButtons = true };
            await scene.ChooseAsync(scene.NextSelector, Group());
            await scene.ChooseAsync(PayerScene.FirstSelector);
            await scene.ChooseAsync("inherit");
            await scene.ChooseAsync(PayerScene.FirstSelector, Group());
            await scene.PayFirstAsync();
            await scene.ChooseAsync(scene.NextSelector, Group());
        }) { IsInGroup = true, CameByTheLink = true },
        new("migration", async scene =>
        {
            await scene.ChooseAsync(PayerScene.FirstSelector);
            await scene.PayFirstAsync();
            await MoveAsync(scene);
        }) { IsInGroup = true, NextComesFirst = true, Always = PayerNews.Kept },
        new("migration to where people have chosen", async scene =>
        {
            await scene.ChooseAsync(PayerScene.FirstSelector);
            await scene.PayFirstAsync();
            await scene.ChooseAsync(scene.NextSelector, scene.World.Shared(1, "-1001"));
            await MoveAsync(scene);
        }) { IsInGroup = true, Always = PayerNews.Named },
        new("fallback to a model of another vendor", async scene =>
        {
            await scene.PayFirstAsync();
            scene.World.Credentials.Remove(PayerScene.First);
        }) { Relations = s_elsewhere },
        new("fallback within the message", async scene =>
        {
            await scene.PayFirstAsync();
            scene.FailFirst(VendorFaults.Limited());
        }) { Relations = s_elsewhere },
        new("failover within the message", async scene =>
        {
            await scene.PayFirstAsync();
            scene.FailFirst(VendorFaults.Limited());
        }) { Relations = [PayerRelation.SameClass, PayerRelation.Metered] },
        new("failover from metered to metered", async scene =>
        {
            await scene.PayFirstAsync();
            scene.FailFirst(VendorFaults.Unpaid);
        }) { Relations = [PayerRelation.SameClass], FirstIsMetered = true },
        new("failure of the first in another conversation", RestAsync),
        new("key of the environment in place of the stored one", async scene =>
        {
            await scene.PayFirstAsync();
            scene.World.Credentials.Remove(PayerScene.First);
            scene.PutNextIntoEnvironment();
        }) { Relations = s_ofOneVendor, NextName = "env", NextComesLater = true },
        new("another credential under the same id", async scene =>
        {
            await scene.PayFirstAsync();
            scene.ReplaceFirst();
        }) { Relations = s_ofOneVendor, NextName = "first", NextComesLater = true },
        new("another credential under a pinned id", async scene =>
        {
            await scene.ChooseAsync(PayerScene.FirstSelector);
            await scene.PayFirstAsync();
            scene.ReplaceFirst();
        }) { Relations = [PayerRelation.SameClass, PayerRelation.Metered], NextName = "first", NextComesLater = true, Always = PayerNews.Refused, Code = "account-changed" },
        new("turn of the least recently used", async scene =>
        {
            await scene.PayFirstAsync();
            scene.World.Time.Advance(TimeSpan.FromHours(1));
            await scene.World.Chat.CompactedAsync(scene.Here());
        }) { Relations = s_named, Always = PayerNews.Kept },
        new("new order and a compaction", async scene =>
        {
            await scene.PayFirstAsync();
            scene.World.Credentials.Order("anthropic", scene.Next, PayerScene.First);
            await scene.World.Chat.CompactedAsync(scene.Here());
        }) { Relations = s_ofOneVendor, IsOrdered = true },
    ];

    private static Func<PayerScene, Task> PinnedThen(string word) => async scene =>
    {
        await scene.ChooseAsync(PayerScene.FirstSelector);
        await scene.PayFirstAsync();
        await scene.ChooseAsync(word);
    };

    private static async Task RestAsync(PayerScene scene)
    {
        await scene.PayFirstAsync();
        scene.FailFirst(VendorFaults.Limited());
        await scene.ChooseAsync(PayerScene.FirstSelector, scene.World.Operator("other"));
        await scene.World.Refusal("elsewhere", scene.World.Operator("other"));
        scene.FailFirst(null);
    }

    private static async Task MoveAsync(PayerScene scene)
    {
        var group = scene.Here().Asker.Conversation;
        scene.Here = () => scene.World.Shared(1, "-1001") with { HasButtons = true };
        await scene.World.Chat.MovedAsync(group, scene.Here().Asker.Conversation);
    }
}
