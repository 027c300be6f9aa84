using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using static ChatAuth.Channels.Tests.Text.Shown;

namespace ChatAuth.Channels.Tests.Text;

/// <summary>What owners are told, of every kind, by the name of its golden file.</summary>
internal static class SampleNotices
{
    private static readonly ProfileId s_work = ProfileId.Parse("anthropic:work");
    private static readonly Remedy s_login = new("chatauth models auth login --provider anthropic --profile-id work");
    private static readonly Remedy s_paste = new("chatauth models auth paste-token --provider anthropic --profile-id work --same-account");

    public static readonly IReadOnlyDictionary<string, OwnerNotice> All = new Dictionary<string, OwnerNotice>
    {
        ["owner-expiring"] = new OwnerNotice.CredentialExpiring(AgentId.Main, s_work, ExpiryStage.OneDay, Now.AddHours(20), null, s_paste),
        ["owner-expiring-sign-in"] = new OwnerNotice.CredentialExpiring(Agent("ops"), s_work, ExpiryStage.TwoHours, Now.AddHours(1), ErrorCode.SignInNeeded, s_login),
        ["owner-expired"] = new OwnerNotice.CredentialExpired(AgentId.Main, s_work, Now.AddMinutes(-1), null, s_paste),
        ["owner-expired-borrowed"] = new OwnerNotice.CredentialExpired(
            AgentId.Main, ProfileId.Parse("anthropic:claude-cli"), Now.AddMinutes(-1), null, new Remedy("claude setup-token", "Claude Code")),
        ["owner-expired-refresh"] = new OwnerNotice.CredentialExpired(AgentId.Main, s_work, Now.AddMinutes(-1), ErrorCode.RefreshOutcomeUnknown, s_login),
        ["owner-disabled"] = new OwnerNotice.ProfileDisabled(AgentId.Main, s_work, Now.AddHours(5), Remedy.ToClear(AgentId.Main, s_work)),
        ["owner-pin-broken"] = new OwnerNotice.PinsBroken(s_work, ErrorCode.PinExpired, Pins(1), s_login),
        ["owner-pins-broken"] = new OwnerNotice.PinsBroken(s_work, ErrorCode.AccountChanged, Pins(5), new Remedy("chatauth why telegram:7:-100")),
    };

    private static IReadOnlyList<BrokenPin> Pins(int count) =>
        [.. Enumerable.Range(0, count).Select(at => new BrokenPin(at + 1, new SessionKey("telegram", "7", $"-10{at}", at == 2 ? "9" : null), Now))];

    private static AgentId Agent(string name) => AgentId.TryParse(name, out var agent) ? agent : default;
}
