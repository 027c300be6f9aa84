namespace ChatAuth.Storage.Files;

/// <summary>How strict the credential store is about its file.</summary>
internal sealed record FileStoreOptions
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    /// <summary>The file may be readable by its group and belong to root, as mounted secrets do. Readable by all is never accepted.</summary>
    public bool AllowGroupReadable { get; init; }
}
