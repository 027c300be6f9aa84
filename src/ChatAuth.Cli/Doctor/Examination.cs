using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Cli.Doctor;

/// <summary>Runs the checks one after the other. One that breaks is a finding and hides no other; so is a configuration that is not valid.</summary>
/// <param name="host">The host.</param>
/// <param name="online">Those that call on other machines are run too.</param>
internal sealed class Examination(CliHost host, bool online)
{
    private const string Configuration = "configuration";

    /// <summary>Mends what is safe to mend, before anything is looked at or opened: also what keeps the configuration from being read.</summary>
    public async Task<IReadOnlyList<MendedPlace>> MendAsync(CancellationToken cancellationToken)
    {
        var (checks, broken) = Find();
        var mended = await MendAsync(checks, cancellationToken).ConfigureAwait(false);
        // What the configuration permits is known now, so more can be mended.
        if (broken is not null && Find() is { Broken: null } whole) mended.AddRange(await MendAsync(whole.Checks, cancellationToken).ConfigureAwait(false));
        return mended;
    }

    /// <summary>Runs every check.</summary>
    public async Task<IReadOnlyList<CheckReport>> RunAsync(CancellationToken cancellationToken)
    {
        var (checks, broken) = Find();
        var reports = new List<CheckReport>
        {
            new(Configuration, broken is null ? new CheckResult.Passed("It is valid.") : new CheckResult.Found([Finding.Of(broken)])),
        };
        foreach (var check in checks)
        {
            reports.Add(new CheckReport(check.Name, check is IOnlineCheck && !online
                ? new CheckResult.Skipped("It calls on other machines; run it with: chatauth doctor --online")
                : await RunAsync(check, cancellationToken).ConfigureAwait(false)));
        }
        return reports;
    }

    /// <summary>The checks; where the configuration is not valid, those that need none, and what is wrong with it.</summary>
    private (IReadOnlyList<ICheck> Checks, ChatAuthException? Broken) Find()
    {
        try
        {
            return ([.. host.All<ICheck>()], null);
        }
        catch (ChatAuthException broken)
        {
            return ([.. host.AssembleUnconfigured().GetServices<ICheck>()], broken);
        }
    }

    private static async Task<List<MendedPlace>> MendAsync(IReadOnlyList<ICheck> checks, CancellationToken cancellationToken)
    {
        var mended = new List<MendedPlace>();
        foreach (var check in checks.OfType<IMendingCheck>())
        {
            try
            {
                mended.AddRange((await check.MendAsync(cancellationToken).ConfigureAwait(false)).Select(what => new MendedPlace(check.Name, what)));
            }
            catch (ChatAuthException)
            {
                continue; // It breaks again when it is run, and is told then.
            }
        }
        return mended;
    }

    private async Task<CheckResult> RunAsync(ICheck check, CancellationToken cancellationToken)
    {
        try
        {
            return await check.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (ChatAuthException broken)
        {
            return new CheckResult.Found([Finding.Of(broken)]);
        }
        catch (Exception defect) // A check runner: the others shall run. The message may quote anything, so only the kind is told.
        {
            if (host.Debug) host.Error.WriteLine(defect.StackTrace);
            return new CheckResult.Found([new Finding(
                "check-broken", FindingSeverity.Error, $"The check itself broke ({defect.GetType().Name}).", "CHATAUTH_DEBUG=1 chatauth doctor")]);
        }
    }
}
