using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics;

/// <summary>
/// Tries credentials for the operator, each with one tiny request. Whether one may be spent is read right before its request; nothing is held while a vendor is
/// waited for, so that it runs beside the service. Thread-safe.
/// </summary>
public sealed class CredentialProbes
{
    private readonly RosterSource _source;
    private readonly ChatAuthSettings _settings;
    private readonly OAuthRefresher _refresher;
    private readonly VendorProbe _vendor;
    private readonly TimeProvider _time;

    internal CredentialProbes(RosterSource source, ChatAuthSettings settings, OAuthRefresher refresher, VendorProbe vendor, TimeProvider time) =>
        (_source, _settings, _refresher, _vendor, _time) = (source, settings, refresher, vendor, time);

    /// <summary>What is in scope: every profile with each of its models, in stored order.</summary>
    /// <exception cref="Errors.ChatAuthException">A store cannot be read.</exception>
    public async Task<IReadOnlyList<ProbeTarget>> ListAsync(AgentId agent, ProbeScope scope, CancellationToken cancellationToken) =>
        ProbePlan.TargetsOf(scope, _settings.Catalog, await _source.LoadAsync(agent, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false));

    /// <summary>Probes all of them, so many at once.</summary>
    /// <param name="targets">What is probed.</param>
    /// <param name="run">How.</param>
    /// <param name="done">Hears of each that is done, from several threads.</param>
    /// <param name="cancellationToken">Ends all of them.</param>
    /// <returns>What came of each, in the order of the targets.</returns>
    /// <exception cref="Errors.ChatAuthException">A store cannot be read or written.</exception>
    public async Task<IReadOnlyList<ProbeResult>> RunAsync(
        IReadOnlyList<ProbeTarget> targets, ProbeRun run, Action<ProbeResult> done, CancellationToken cancellationToken)
    {
        var results = new ProbeResult[targets.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = run.AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, targets.Count, options, async (index, cancelled) =>
        {
            results[index] = await ProbeAsync(targets[index], run, cancelled).ConfigureAwait(false);
            done(results[index]);
        }).ConfigureAwait(false);
        return results;
    }

    private async Task<ProbeResult> ProbeAsync(ProbeTarget target, ProbeRun run, CancellationToken cancellationToken)
    {
        if (target.Model is not { } model) return new ProbeResult(target, ProbeStatus.NoModel);
        if (_source.FindProvider(target.Provider) is null) return ProbePlan.Withheld(target, CandidateReason.ProviderNotAvailable);
        var refreshes = new CallRefreshes(_refresher, _time);
        while (true)
        {
            var now = _time.GetUtcNow();
            var roster = refreshes.Known(await _source.LoadAsync(run.Agent, now, cancellationToken).ConfigureAwait(false));
            if (roster.Find(target.Profile) is not { } profile) return ProbePlan.Withheld(target, CandidateReason.Missing);
            if (ProbePlan.Withholds(target, profile, model, _settings, roster, now) is { } withheld) return withheld;
            if (refreshes.IsDue(profile, now))
            {
                if (await refreshes.PrepareAsync(run.Agent, profile, cancellationToken).ConfigureAwait(false) is { } problem)
                {
                    return new ProbeResult(target, problem.Id) { Code = problem };
                }
                continue;
            }
            var answer = await _vendor.AskAsync(model, profile, new ProbeLimits(run.Tokens, run.Patience), cancellationToken).ConfigureAwait(false);
            if (answer.Failure is { } failure && await refreshes.CureAsync(run.Agent, profile, failure, cancellationToken).ConfigureAwait(false)) continue;
            if (run.Records) await _vendor.RecordAsync(run.Agent, profile, answer).ConfigureAwait(false);
            var code = answer.Failure?.Code;
            return new ProbeResult(target, code is null ? ProbeStatus.Answered : ProbeStatus.Of(code)) { Code = code, Took = answer.Took };
        }
    }
}
