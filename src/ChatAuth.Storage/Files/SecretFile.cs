using System.Text;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;

namespace ChatAuth.Storage.Files;

/// <summary>A file that holds one secret on one line.</summary>
public static class SecretFile
{
    /// <summary>Reads it, after making sure that nobody else can.</summary>
    /// <param name="path">The file.</param>
    /// <param name="allowGroupReadable">Its group may read it and it may be root's, as mounted secrets are.</param>
    /// <returns>The secret; null when there is no file.</returns>
    /// <exception cref="ChatAuthException"><c>store-unreadable</c>, <c>store-foreign</c> or <c>store-too-open</c>; the detail has the path and nothing of the content.</exception>
    public static Secret? Read(string path, bool allowGroupReadable)
    {
        if (PrivateFile.Read(path, allowGroupReadable) is not { } content) return null;
        return content.Bytes.Length <= Secret.MaxLength + 2 && Secret.TryCreate(Encoding.Latin1.GetString(content.Bytes.Span), out var secret)
            ? secret
            : throw new ChatAuthException(ErrorCode.StoreUnreadable, $"{path}: it does not hold one line of printable characters");
    }
}
