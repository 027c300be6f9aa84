using System.CommandLine;
using System.Globalization;
using ChatAuth.Cli.Models.Auth;
using ChatAuth.Core.Diagnostics;

namespace ChatAuth.Cli.Models;

/// <summary>The options by which <c>models status</c> probes. All of them are texts: options over our values would be compiled anew at every start.</summary>
internal sealed class ProbeSwitches
{
    private const int MostAtOnce = 32;
    private const int MostTokens = 1024;
    private static readonly TimeSpan LongestPatience = TimeSpan.FromMinutes(10);

    private readonly Option<bool> _probe = new("--probe") { Description = "Ask every account for real, with one tiny request each: it spends a few tokens." };
    private readonly Option<string?> _provider = new("--probe-provider") { Description = "Probe the accounts at this provider alone.", HelpName = "PROVIDER" };
    private readonly Option<string[]> _profiles = Several("--probe-profile", "Probe this profile alone; several stand with commas or repeated.", "ID");
    private readonly Option<string[]> _models = Several("--probe-model", "Probe with this model, or with all that are configured. Default: one of each provider.", "MODEL");
    private readonly Option<string?> _timeout = new("--probe-timeout") { Description = "For how long each answer is waited for: a number with ms, s or m; alone it counts milliseconds. Default: 8s.", HelpName = "SPAN" };
    private readonly Option<string?> _atOnce = new("--probe-concurrency") { Description = "How many requests may be under way together. Default: 2.", HelpName = "NUMBER" };
    private readonly Option<string?> _tokens = new("--probe-max-tokens") { Description = "The most tokens that a model may answer. Default: 8.", HelpName = "NUMBER" };
    private readonly Option<bool> _record = new("--probe-record") { Description = "Write each outcome to the account's health, as that of an ordinary message." };

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> All => [_probe, _provider, _profiles, _models, _timeout, _atOnce, _tokens, _record];

    /// <summary>Reads them.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="probe">What was asked for; null for no probe.</param>
    /// <returns>What is wrong, in our own words; null when nothing is.</returns>
    public string? Read(ParseResult parsed, out ProbeArguments? probe)
    {
        probe = null;
        if (!parsed.GetValue(_probe)) return All.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } lonely ? $"{lonely.Name} goes with --probe" : null;
        var run = new ProbeRun(default) { Records = parsed.GetValue(_record) };
        if (parsed.GetValue(_timeout) is { } span)
        {
            if (!Lifetime.TryParse(span is [.., var last] && char.IsAsciiDigit(last) ? span + "ms" : span, out var patience) || patience > LongestPatience)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{_timeout.Name}: more than 0, at most {LongestPatience.TotalMinutes}m");
            }
            run = run with { Patience = patience };
        }
        if (parsed.GetValue(_atOnce) is { } number)
        {
            if (!TryCount(number, MostAtOnce, out var atOnce)) return $"{_atOnce.Name}: 1 to {MostAtOnce}";
            run = run with { AtOnce = atOnce };
        }
        if (parsed.GetValue(_tokens) is { } most)
        {
            if (!TryCount(most, MostTokens, out var tokens)) return $"{_tokens.Name}: 1 to {MostTokens}";
            run = run with { Tokens = tokens };
        }
        probe = new ProbeArguments(parsed.GetValue(_provider), Parts(parsed.GetValue(_profiles)), Parts(parsed.GetValue(_models)), run);
        return null;
    }

    private static Option<string[]> Several(string name, string description, string value) => new(name) { Description = description, HelpName = value };

    private static IReadOnlyList<string> Parts(string[]? typed) =>
        [.. (typed ?? []).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];

    private static bool TryCount(string text, int most, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count >= 1 && count <= most;
}
