using System.Security.Cryptography;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Diagnostics;

/// <summary>Puts a throw-away entry into a credential store, reads it back and removes it. The file has the same bytes afterwards.</summary>
internal sealed class StoreProof(StateDirectory state, ICredentialStore store, FileStoreOptions options, TimeProvider time)
{
    private static readonly ProfileId Id = ProfileId.Parse("doctor:proof");

    /// <summary>Does it. Others may write in the meantime: what they write stays.</summary>
    /// <returns>Whether what was written could be read back.</returns>
    /// <exception cref="ChatAuthException">The store cannot be read, locked or written.</exception>
    public async Task<bool> RunAsync(AgentId agent, CancellationToken cancellationToken)
    {
        var target = AtomicFile.Resolve(state.CredentialsOf(agent));
        if (PrivateFile.Read(target, options.AllowGroupReadable) is not { } before) throw new ChatAuthException(ErrorCode.StoreUnreadable, target);
        Secret.TryCreate(RandomNumberGenerator.GetHexString(32), out var secret);
        var entry = new StoredCredential(Id, Id.Provider, new Credential.ApiKey(secret));
        try
        {
            await store.EditAsync(agent, _ => [new CredentialEdit.Put(entry)], cancellationToken).ConfigureAwait(false);
            var read = await store.LoadAsync(agent, cancellationToken).ConfigureAwait(false);
            return read.Credentials.Any(found => found.Id == Id && found.Credential == entry.Credential);
        }
        finally
        {
            // Once it may be in, it goes, whoever waits.
            await store.EditAsync(agent, _ => [new CredentialEdit.Remove(Id)], CancellationToken.None).ConfigureAwait(false);
            await RestoreAsync(target, before.Bytes, entry).ConfigureAwait(false);
        }
    }

    /// <summary>A write lays the text out in one way. Where that is all that became of it, the old bytes come back.</summary>
    private async Task RestoreAsync(string target, ReadOnlyMemory<byte> before, StoredCredential entry)
    {
        using var held = await FileLock.TakeAsync(target, time, CancellationToken.None).ConfigureAwait(false);
        if (PrivateFile.Read(target, options.AllowGroupReadable) is not { } now || now.Bytes.Span.SequenceEqual(before.Span)) return;
        using var document = StoreDocument.Parse(before, target);
        var put = StoreEdit.Apply(SpelledObject.Parse(document.Bytes), new CredentialEdit.Put(entry));
        var removed = JsonLayout.Format(StoreEdit.Apply(put, new CredentialEdit.Remove(Id)).ToJson());
        var hadProof = CredentialReader.Read(document.Root, target).Credentials.Any(found => found.Id == Id);
        if (!hadProof && now.Bytes.Span.SequenceEqual(removed.Span)) AtomicFile.Replace(target, before.Span, options.AllowGroupReadable);
    }
}
