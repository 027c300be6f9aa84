namespace ChatAuth.Core.Credentials;

/// <summary>A source whose login may be refreshed by us, under the locks of the program that it belongs to.</summary>
public interface IWritableCredentialSource
{
    /// <summary>The name of the source, <see cref="ICredentialSource.Name"/>.</summary>
    string Name { get; }

    /// <summary>Takes the locks that its program takes for a refresh; null while another holds them.</summary>
    /// <exception cref="Errors.ChatAuthException">They cannot be made.</exception>
    Task<ISourceLock?> TakeAsync(CancellationToken cancellationToken);
}
