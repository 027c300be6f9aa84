using ChatAuth.Channels;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Providers.Tests.Anthropic;
using ChatAuth.Providers.Wire;
using ChatAuth.Testing.Vendors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Providers.Tests.Wire;

/// <summary>What a vendor can answer that says nothing of the credential: the person is told, and everything else is as it was.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class SessionAfterFaultTests
{
    private static readonly (string Name, VendorDeed Deed, ErrorCode Code)[] s_faults =
    [
        ("malformed", VendorFaults.MalformedJson, ErrorCode.VendorAnswerUnusable),
        ("endless stream", VendorFaults.EndlessStream, ErrorCode.VendorAnswerUnusable),
        ("endless pings", VendorFaults.EndlessPings, ErrorCode.VendorAnswerUnusable),
        ("packed", VendorFaults.Packed, ErrorCode.VendorAnswerUnusable),
        ("huge body", VendorFaults.HugeBody, ErrorCode.VendorAnswerUnusable),
        ("huge head", VendorFaults.HugeHead, ErrorCode.VendorAnswerUnusable),
        ("wrong type", VendorFaults.WrongContentType, ErrorCode.VendorAnswerUnusable),
        ("not HTTP", VendorFaults.NotHttp, ErrorCode.VendorAnswerUnusable),
        ("cut stream", VendorFaults.CutStream, ErrorCode.VendorAnswerUnusable),
        ("broken stream", VendorFaults.BrokenStream, ErrorCode.VendorUnavailable),
        ("reset before the head", VendorFaults.ResetBeforeHead, ErrorCode.VendorUnavailable),
        ("reset after the head", VendorFaults.ResetAfterHead, ErrorCode.VendorUnavailable),
        .. from status in new[] { 301, 302, 303, 307, 308 }
           select ($"redirect {status}", VendorFaults.RedirectTo(new Uri("http://127.0.0.1:9"), status), ErrorCode.VendorAnswerUnusable),
        ("bad request", VendorFaults.BadRequest, ErrorCode.RequestRefused),
        ("not found", VendorFaults.NotFound, ErrorCode.VendorLacksModel),
        ("too large", VendorFaults.TooLarge, ErrorCode.RequestRefused),
    ];

    public static IEnumerable<TestCaseData> Faults =>
        from fault in s_faults
        from model in new[] { "opus", "gpt" }
        from pinned in new[] { true, false }
        from stream in new[] { true, false }
        select new TestCaseData(fault.Deed, fault.Code, model, pinned, stream).SetArgDisplayNames(fault.Name, model, pinned ? "pinned" : "unpinned", stream ? "streamed" : "whole");

    [TestCaseSource(nameof(Faults))]
    public async Task Odd_answer_is_told_and_leaves_choice_history_pin_and_health_as_they_were(VendorDeed deed, ErrorCode code, string model, bool pinned, bool stream)
    {
        await using var vendor = await PaidAsync(model, pinned);
        var before = await LoadAsync(vendor);
        vendor.Vendor.Next(deed);

        var refusal = await vendor.World.Refusal("second", stream: stream);

        var after = await LoadAsync(vendor);
        Assert.That(refusal.Code, Is.EqualTo(code));
        Assert.That(refusal.ToPlainText(), Does.StartWith(code.Message).And.Contain(code.Remedy).And.Contain($"[{code}]"));
        Assert.That(after.Snapshot.Session, Is.EqualTo(before.Snapshot.Session));
        Assert.That(after.Snapshot.LastReceipt, Is.EqualTo(before.Snapshot.LastReceipt));
        Assert.That(after.History, Is.EqualTo(before.History));
        Assert.That(after.Health, Is.EqualTo(before.Health));
        await vendor.World.Answer("third");
    }

    /// <summary>A part has been shown already: the same holds, and nobody else is asked.</summary>
    [TestCase("opus")]
    [TestCase("gpt")]
    public async Task Answer_that_breaks_off_leaves_everything_as_it_was(string model)
    {
        await using var vendor = await PaidAsync(model, pinned: true);
        var before = await LoadAsync(vendor);
        vendor.Vendor.Next(VendorFaults.BrokenStream);

        var updates = await vendor.World.Chat.AskStreamingAsync(vendor.World.Operator(), [new ChatMessage(ChatRole.User, "second")]).ToListAsync();

        var after = await LoadAsync(vendor);
        Assert.That(updates[^1], Is.InstanceOf<AskUpdate.BrokeOff>());
        Assert.That((after.Snapshot.Session, after.Snapshot.LastReceipt), Is.EqualTo((before.Snapshot.Session, before.Snapshot.LastReceipt)));
        Assert.That(after.Health, Is.EqualTo(before.Health));
        Assert.That(vendor.Vendor.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Credential_for_claude_code_only_is_answered_in_the_chat_with_the_advice_of_the_manual()
    {
        await using var anthropic = new VendorWorld(isOwn: true).Key("anthropic:work", "sk-ant-FAKE-work");
        anthropic.Vendor.Otherwise = VendorFaults.ForClaudeCodeOnly;

        var refusal = await anthropic.World.Refusal("hello");

        Assert.That(refusal.ToPlainText(), Does.Contain("The vendor serves that credential in Claude Code only, not here.")
            .And.Contain("Use an API key of Anthropic instead: chatauth models auth paste-api-key --provider anthropic").And.Contain("[credential-for-claude-code-only]"));
    }

    private static async Task<VendorWorld> PaidAsync(string model, bool pinned)
    {
        var vendor = new VendorWorld(Limit).Key("anthropic:work", "sk-ant-FAKE-work").Key("anthropic:spare", "sk-ant-FAKE-spare")
            .Key("openai:work", "sk-FAKE-work").Key("openai:spare", "sk-FAKE-spare");
        await vendor.World.Type<CommandReply.ChoiceChanged>(pinned ? $"/model {model}@work" : $"/model {model}");
        await vendor.World.Answer("first");
        return vendor;
    }

    /// <summary>Less than in truth, for the sake of time.</summary>
    private static void Limit(IServiceCollection services) => services.AddSingleton(provider =>
        new VendorSocket(provider.GetRequiredService<TimeProvider>()) { Limits = new WireLimits { Answer = 4 * 1024 * 1024 } });

    private static async Task<(SessionSnapshot Snapshot, IReadOnlyList<HistoryEntry> History, IReadOnlyDictionary<HealthKey, ProfileHealth> Health)> LoadAsync(VendorWorld vendor)
    {
        var key = SessionKey.Terminal("main");
        return (
            await vendor.World.Sessions.LoadAsync(key, null, default), await vendor.World.Sessions.ListHistoryAsync(key, 99, default),
            await vendor.World.Services.GetRequiredService<IHealthStore>().LoadAsync(AgentId.Main, default));
    }
}
