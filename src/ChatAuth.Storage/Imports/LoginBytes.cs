namespace ChatAuth.Storage.Imports;

/// <summary>What a program keeps of its login, unread.</summary>
/// <param name="Json">The text.</param>
/// <param name="Written">When it was last written; null where nothing tells.</param>
internal sealed record LoginBytes(ReadOnlyMemory<byte> Json, DateTimeOffset? Written);
