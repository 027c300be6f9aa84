using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;

namespace ChatAuth.Core.Sessions;

/// <summary>Records what has ended in silent conversations that can be told about it, and tells each of them once.</summary>
internal sealed class EndedChoices(ISessionStore store, SessionUpdater sessions, TurnFactory turns, IEnumerable<INoticeSink> sinks, TimeProvider time)
{
    public async Task RecordAsync(CancellationToken cancellationToken)
    {
        await foreach (var key in store.ListDueAsync(time.GetUtcNow(), cancellationToken).ConfigureAwait(false))
        {
            foreach (var sink in sinks)
            {
                if (sink.ReachedAs(key) is not { } asker) continue;
                await TellAsync(sink, asker, key, cancellationToken).ConfigureAwait(false);
                break;
            }
        }
    }

    private async Task TellAsync(INoticeSink sink, Asker asker, SessionKey key, CancellationToken cancellationToken)
    {
        if (!await sessions.EndAsync(key, cancellationToken).ConfigureAwait(false)) return;
        var context = new CommandContext { Asker = asker, Cause = default };
        var turn = await turns.OpenAsync(context, cancellationToken).ConfigureAwait(false);
        var draft = await sessions.PeekAsync(context, cancellationToken).ConfigureAwait(false);
        await sink.TellAsync(key, new Notice.ChoiceEnded(turn.Display.Session(draft)), cancellationToken).ConfigureAwait(false);
    }
}
