using System.Globalization;
using ChatAuth.Channels;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary>The status in words.</summary>
internal static class StatusText
{
    public static void Write(TextWriter output, StatusView view)
    {
        var catalog = view.Settings.Catalog;
        output.WriteLine($"Config     {view.Paths.Configuration}");
        output.WriteLine($"Agent      {view.Agent.Name ?? "has nothing of its own and reads main's"}");
        output.WriteLine($"Store      {view.Agent.StorePath}");
        output.WriteLine($"Default    {catalog.Default}");
        output.WriteLine($"Fallbacks  {OrNone(catalog.Fallbacks)}");
        output.WriteLine($"Aliases    {OrNone(catalog.Aliases.Keys.Order(StringComparer.Ordinal).Select(alias => $"{alias} = {catalog.Aliases[alias].Ref}"))}");
        output.WriteLine($"Allowed    {(catalog.Allowed is { } allowed ? OrNone(allowed) : "all")}");
        foreach (var fault in view.Environment.Faults.Concat(view.Environment.Warnings)) output.WriteLine($"Finding    {fault}");
        foreach (var provider in view.Report.Providers) WriteProvider(output, provider, view);
        if (view.Probes is { } probes) ProbeText.Write(output, probes);
        output.WriteLine();
        foreach (var hint in view.Imports.Select(ImportText.Hint).OfType<string>()) output.WriteLine(hint);
        output.WriteLine(view.Health switch
        {
            CredentialHealth.Unserved when view.Report.Health is not CredentialHealth.Unserved => "Not healthy: a vendor says that a credential does not serve.",
            CredentialHealth.Unserved => "Not healthy: a provider in use has nobody usable.",
            CredentialHealth.Expiring => "Expiring: of a provider in use, everyone usable ends soon.",
            _ => "Healthy: every provider in use has a usable credential.",
        });
    }

    private static void WriteProvider(TextWriter output, ProviderReport provider, StatusView view)
    {
        var now = view.Report.At;
        output.WriteLine();
        output.WriteLine($"{provider.Provider}{(provider.IsInUse ? ", in use" : "")}: {Verdict(provider, now)}");
        if (!provider.CanBeCalled) output.WriteLine("  this is about its credentials; no client in this installation calls it");
        var shown = provider.Resolution.Candidates;
        var width = shown.Count == 0 ? 0 : shown.Max(candidate => candidate.Id.ToString().Length);
        foreach (var candidate in shown)
        {
            var mark = candidate.Reason is CandidateReason.Chosen ? '>' : ' ';
            var kind = CleanText.Name(candidate.Profile?.Credential.Kind ?? "-");
            output.WriteLine($"{mark} {candidate.Id.ToString().PadRight(width)}  {kind,-7}  {Standing(candidate, now)}{Origin(candidate)}");
        }
        foreach (var profile in provider.Profiles)
        {
            if (provider.Resolution.Find(profile.Profile.Id) is null) output.WriteLine($"  {profile.Profile.Id}  serves other conversations");
        }
        if (StatusRemedy.For(provider, view) is { Count: > 0 } remedies) output.WriteLine($"  run: {string.Join(", or: ", remedies)}");
    }

    private static string Verdict(ProviderReport provider, DateTimeOffset now) => (provider.Health, provider.Until) switch
    {
        (CredentialHealth.Healthy, _) => "healthy",
        (CredentialHealth.Expiring, { } until) => $"expiring, the last one usable ends {Remaining.Text(until, now)}",
        (CredentialHealth.Unserved, { } until) => $"nobody usable, {Kebab.Of(provider.Because!.Value)}, {Remaining.Text(until, now)}",
        _ => $"nobody usable, {Kebab.Of(provider.Because ?? CandidateReason.Missing)}",
    };

    /// <summary>The state, the reason where it says more, and the time that belongs to the state.</summary>
    private static string Standing(Candidate candidate, DateTimeOffset now)
    {
        var state = candidate.Rest is { } rest ? RestText.Of(rest, now) : Kebab.Of(candidate.State);
        var reason = Kebab.Of(candidate.Reason);
        var text = Kebab.Of(candidate.State) == reason ? state : $"{state}, {reason}";
        if (candidate.Rule is { } rule) text += $" {CleanText.Name(rule)}";
        return candidate is { Rest: null, Until: { } until } ? string.Create(CultureInfo.InvariantCulture, $"{text}, {TimeOf(candidate.State)} {Remaining.Text(until, now)}") : text;
    }

    /// <summary>Where the credential came from, unless from the store.</summary>
    private static string Origin(Candidate candidate) =>
        candidate.Profile?.Source is { } source and not "store" ? $", from {CleanText.Name(source)}" : "";

    private static string TimeOf(CandidateState state) => state switch
    {
        CandidateState.Expired => "ended",
        _ => "ends",
    };

    private static string OrNone<T>(IEnumerable<T> values) => string.Join(", ", values) is { Length: > 0 } text ? text : "(none)";
}
