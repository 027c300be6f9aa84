namespace ChatAuth.Storage.Files;

/// <summary>What was read from a private file.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Stamp">Which content that was.</param>
internal sealed record PrivateContent(ReadOnlyMemory<byte> Bytes, FileStamp Stamp);
