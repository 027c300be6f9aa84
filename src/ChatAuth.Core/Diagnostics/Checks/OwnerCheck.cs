using ChatAuth.Core.Access;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Core.Diagnostics.Checks;

/// <summary>Whether somebody owns the bot, where there is one.</summary>
/// <param name="access">The grants.</param>
/// <param name="settings">The configuration, whose rules let people in too.</param>
/// <param name="hasBot">Whether a bot is configured.</param>
internal sealed class OwnerCheck(IAccessStore access, ChatAuthSettings settings, Func<bool> hasBot) : ICheck
{
    public string Name => "owner";

    public async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        var grants = await access.LoadAsync(cancellationToken).ConfigureAwait(false);
        if (grants.Owners.Count > 0) return new CheckResult.Passed("The installation has an owner.");
        if (!hasBot()) return new CheckResult.Skipped("Nobody owns this installation, and no bot is configured that somebody would have to own.");
        var isClosed = !settings.AccessRules.Concat(grants.Rules).Any(rule => !rule.Denies);
        return new CheckResult.Found([isClosed
            ? new("owner-missing", FindingSeverity.Error, "Nobody owns the bot and no rule lets anybody in: it answers nobody.", "chatauth access claim")
            : new("owner-missing", FindingSeverity.Warning, "Nobody owns the bot; people have the rights that rules give them.", "chatauth access claim")]);
    }
}
