using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;

namespace ChatAuth.Core.Sessions;

/// <summary>Records what has ended in silent conversations that can be told about it, and tells each of them once.</summary>
internal sealed class EndedChoices(ISessionStore store, SessionUpdater sessions, TurnFactory turns, IEnumerable<INoticeSink> sinks, TimeProvider time)
{
    private const int AtOnce = 100;

    public async Task RecordAsync(CancellationToken cancellationToken)
    {
        foreach (var key in await store.ListDueAsync(time.GetUtcNow(), AtOnce, cancellationToken).ConfigureAwait(false))
        {
            var sink = sinks.FirstOrDefault(one => one.Reaches(key));
            if (sink is null || !await sessions.EndAsync(key, cancellationToken).ConfigureAwait(false)) continue;
            var isTerminal = key.Channel == "terminal";
            var context = new CommandContext { Asker = new Asker(null, key, isTerminal, IsOperator: isTerminal), Cause = default };
            var turn = await turns.OpenAsync(context, cancellationToken).ConfigureAwait(false);
            var draft = await sessions.PeekAsync(context, cancellationToken).ConfigureAwait(false);
            await sink.TellAsync(key, new Notice.ChoiceEnded(turn.Display.Session(draft)), cancellationToken).ConfigureAwait(false);
        }
    }
}
