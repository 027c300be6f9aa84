using System.Globalization;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics;

/// <summary>What an operator is told about the end of one credential.</summary>
/// <param name="Profile">Which one.</param>
/// <param name="Stage">How near its end is.</param>
/// <param name="Ends">Its end.</param>
public sealed record ExpiryNotice(AuthProfile Profile, ExpiryStage Stage, DateTimeOffset Ends)
{
    private static readonly (TimeSpan Left, ExpiryStage Stage)[] Stages =
    [
        (TimeSpan.Zero, ExpiryStage.Ended), (TimeSpan.FromHours(2), ExpiryStage.TwoHours),
        (TimeSpan.FromDays(1), ExpiryStage.OneDay), (TimeSpan.FromDays(7), ExpiryStage.SevenDays),
    ];

    /// <summary>The notices that are due at a moment, whether told before or not: for each credential that ends by itself the nearest stage, for one that its own program renews only the last.</summary>
    public static IEnumerable<ExpiryNotice> Of(CredentialReport report) => report.Providers
        .SelectMany(provider => provider.Profiles)
        .Select(entry => Find(entry.Profile, report.At))
        .OfType<ExpiryNotice>();

    /// <summary>What the ledger knows it by: another end is another matter, so a renewed credential is told about again.</summary>
    public string SubjectFor(AgentId agent) => string.Create(CultureInfo.InvariantCulture, $"{agent} {Profile.Id} {Ends.ToUnixTimeMilliseconds()}");

    /// <summary>Its stage in the ledger.</summary>
    public string StageName => Kebab.Of(Stage);

    private static ExpiryNotice? Find(AuthProfile profile, DateTimeOffset now)
    {
        if (profile.CanRefresh || profile.Credential.Expires is not { } ends) return null;
        foreach (var (left, stage) in Stages)
        {
            if (ends - now <= left) return profile.IsRenewed && stage is not ExpiryStage.Ended ? null : new ExpiryNotice(profile, stage, ends);
        }
        return null;
    }
}
