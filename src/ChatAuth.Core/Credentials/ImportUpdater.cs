using ChatAuth.Core.Hosting;

namespace ChatAuth.Core.Credentials;

/// <summary>
/// Brings what other programs hold into the main agent's store. Run by the host's commands and its watch, never on a message's path. A source is read
/// when its mark has changed, and its vendor is asked once a token. Thread-safe.
/// </summary>
public sealed class ImportUpdater : IDisposable
{
    private readonly IReadOnlyList<ICredentialSource> _sources;
    private readonly LoginAdopter _adopter;
    private readonly ChatAuthSettings _settings;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, Look> _last = [];
    private readonly SemaphoreSlim _turn = new(1);

    internal ImportUpdater(IEnumerable<ICredentialSource> sources, LoginAdopter adopter, ChatAuthSettings settings, TimeProvider time) =>
        (_sources, _adopter, _settings, _time) = ([.. sources], adopter, settings, time);

    /// <summary>Looks at every source and stores what is to be stored. What goes wrong with one of them is its outcome; only cancellation is thrown.</summary>
    /// <param name="addNew">
    /// A login that is not stored is added. The watch does not: it knows only the configuration of its start, and an import may have been removed since.
    /// </param>
    /// <param name="cancellationToken">Cancels; what was stored stays stored.</param>
    /// <returns>One outcome a source; that of an unchanged one is what its last look came to.</returns>
    public async Task<IReadOnlyList<ImportOutcome>> UpdateAsync(bool addNew, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var outcomes = new ImportOutcome[_sources.Count];
            for (var i = 0; i < outcomes.Length; i++) outcomes[i] = await LookAsync(_sources[i], addNew, cancellationToken).ConfigureAwait(false);
            return outcomes;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<ImportOutcome> LookAsync(ICredentialSource source, bool addNew, CancellationToken cancellationToken)
    {
        if (_settings.Imports.GetValueOrDefault(source.Name) is { Removed: true }) return ImportOutcome.Of(source, ImportResult.Removed);
        if (source.FindMark() is not { } mark) return ImportOutcome.Of(source, ImportResult.Nothing);
        if (_last.GetValueOrDefault(source.Name) is { } last && last.Mark == mark && !(last.Until <= _time.GetUtcNow())) return last.Outcome;
        var (outcome, until) = await source.ReadAsync(cancellationToken).ConfigureAwait(false) switch
        {
            SourceReading.Login login => await _adopter.AdoptAsync(source, login, addNew, cancellationToken).ConfigureAwait(false),
            SourceReading.Unusable unusable => (ImportOutcome.Of(source, ImportResult.Unusable) with { Why = unusable.Why }, null),
            _ => (ImportOutcome.Of(source, ImportResult.Nothing), null),
        };
        _last[source.Name] = new Look(mark, outcome, until);
        return outcome;
    }

    /// <summary>What was seen at a mark, and until when it holds; null as long as the mark stands.</summary>
    private sealed record Look(string Mark, ImportOutcome Outcome, DateTimeOffset? Until);
}
