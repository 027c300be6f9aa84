using ChatAuth.Core.Credentials;

namespace ChatAuth.Storage.Tests.Refresh;

/// <summary>The program that a login is borrowed from, in a process that is killed once it has given it back.</summary>
internal sealed class StoppingSource(IWritableCredentialSource inner, StopPoint stop) : IWritableCredentialSource
{
    public string Name => inner.Name;

    public async Task<ISourceLock?> TakeAsync(CancellationToken cancellationToken) =>
        await inner.TakeAsync(cancellationToken) is { } held ? new Held(held, stop) : null;

    private sealed class Held(ISourceLock inner, StopPoint stop) : ISourceLock
    {
        public Credential.OAuth? Read() => inner.Read();

        public bool Replace(Secret expected, Credential.OAuth login)
        {
            var isReplaced = inner.Replace(expected, login);
            StoppingJournal.Reach(StopPoint.AfterWriteBack, stop);
            return isReplaced;
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
