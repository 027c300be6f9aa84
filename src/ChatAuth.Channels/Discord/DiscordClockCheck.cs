using System.Globalization;
using ChatAuth.Core.Diagnostics;

namespace ChatAuth.Channels.Discord;

/// <summary>Whether this machine's clock goes as Discord's: interactions of another time are refused, every one of them where the clock is far off.</summary>
/// <param name="find">Finds the bot; null where none is configured.</param>
/// <param name="connect">Makes what carries the question.</param>
/// <param name="time">This machine's clock.</param>
internal sealed class DiscordClockCheck(Func<DiscordSettings?> find, Func<DiscordSettings, IDiscordSender> connect, TimeProvider time) : ICheck
{
    /// <summary>The dates of answers are whole seconds, and an answer may be on its way for a while.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(1);

    public string Name => "discord-clock";

    public async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        if (find() is not { } settings) return new CheckResult.Skipped("No Discord bot is configured.");
        var answer = await connect(settings).SendAsync(new DiscordRequest.GetApplication(), cancellationToken).ConfigureAwait(false);
        return answer.GivenAt is { } given ? Compare(time.GetUtcNow() - given)
            : new CheckResult.Skipped("Discord did not say what time it is, so that this machine's clock was compared with nothing.");
    }

    private static CheckResult Compare(TimeSpan ahead)
    {
        var skew = ahead.Duration();
        if (skew <= Usual) return new CheckResult.Passed("This machine's clock goes as Discord's.");
        var far = skew > ReplayWindow.Tolerance;
        var off = string.Create(CultureInfo.InvariantCulture, $"This machine's clock is {skew.TotalSeconds:0} seconds {(ahead < TimeSpan.Zero ? "behind" : "ahead of")} Discord's");
        return new CheckResult.Found([new Finding(
            "clock-skew", far ? FindingSeverity.Error : FindingSeverity.Warning,
            far ? $"{off}: every interaction is refused as one of another time." : $"{off}; from five minutes on, every interaction is refused.",
            "Set the clock, e.g. `timedatectl set-ntp true`.")]);
    }
}
