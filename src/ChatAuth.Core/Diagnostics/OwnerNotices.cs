using ChatAuth.Core.Access;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Delivery;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Core.Diagnostics;

/// <summary>Tells owners in private what is due and was told to nobody of this installation yet. Thread-safe, and safe between processes.</summary>
public sealed partial class OwnerNotices : IDisposable
{
    private readonly CredentialReports _reports;
    private readonly DueNotices _due;
    private readonly ReachedOwners _owners;
    private readonly INoticeLedger _ledger;
    private readonly ILogger<OwnerNotices>? _log;
    private readonly HashSet<(string Subject, string Stage)> _told = [];
    private readonly SemaphoreSlim _turn = new(1);

    internal OwnerNotices(CredentialReports reports, DueNotices due, ReachedOwners owners, INoticeLedger ledger, ILogger<OwnerNotices>? log) =>
        (_reports, _due, _owners, _ledger, _log) = (reports, due, owners, ledger, log);

    /// <summary>Looks once, and tells. What nobody can be told now stays due; what is recorded as told is never told again, whatever becomes of it.</summary>
    /// <exception cref="ChatAuthException">A store does not answer. Nothing was told that is not recorded.</exception>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        if (_owners.IsNobody) return;
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var report = await _reports.LookAsync(AgentId.Main, cancellationToken).ConfigureAwait(false);
            foreach (var notice in _due.Of(AgentId.Main, report))
            {
                if (_told.Contains((notice.Subject, notice.StageName))) continue;
                if (await TellAsync(notice, report, cancellationToken).ConfigureAwait(false)) _told.Add((notice.Subject, notice.StageName));
            }
            foreach (var notice in await _due.OfPinsAsync(report, cancellationToken).ConfigureAwait(false))
            {
                if (await TellAsync(notice, report, cancellationToken).ConfigureAwait(false)) _due.Told(notice);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <returns>Whether it is recorded as told, by whomever.</returns>
    private async Task<bool> TellAsync(OwnerNotice due, CredentialReport report, CancellationToken cancellationToken)
    {
        var owners = await _owners.ListAsync(due.Profile, report.Find(due.Profile), Failed, cancellationToken).ConfigureAwait(false);
        if (owners.Count == 0) return false;
        if (await due.RecordAsync(_ledger, cancellationToken).ConfigureAwait(false) is not { } notice) return true;
        foreach (var (sink, owner) in owners) await TellAsync(sink, owner, notice, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task TellAsync(IOwnerSink sink, Asker owner, OwnerNotice notice, CancellationToken cancellationToken)
    {
        try
        {
            await sink.TellAsync(owner, notice, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception broken) when (!cancellationToken.IsCancellationRequested)
        {
            // A host's own sink: that it fails for one owner must not keep the others from being told.
            Failed(broken);
        }
    }

    private void Failed(Exception broken)
    {
        if (_log is not null) LogFailed(_log, (broken as ChatAuthException)?.Code.Id ?? ErrorCode.Internal.Id, broken.GetType().FullName);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An owner was not told: {Code} by {Type}")]
    private static partial void LogFailed(ILogger log, string code, string? type);
}
