using System.Security.Cryptography;
using System.Text;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;

namespace ChatAuth.Storage.Files;

/// <summary>
/// The one place per host user where refreshes are locked and journalled, whatever state directory an installation uses: copies of one login share it.
/// </summary>
internal sealed class RefreshDirectory
{
    private readonly Lazy<string> _root;
    private byte[]? _key;

    /// <summary>Names the directory; it need not exist. Its parent belongs to ChatAuth as well.</summary>
    public RefreshDirectory(string root) : this(() => root)
    {
    }

    private RefreshDirectory(Func<string> root) => _root = new Lazy<string>(() => Path.GetFullPath(root()));

    /// <summary>The directory of the user that the environment names. It is asked with the first use: a host that refreshes nothing needs no home.</summary>
    /// <param name="variable">Reads an environment variable: <c>XDG_STATE_HOME</c> where it is absolute, else <c>HOME</c>; on Windows <c>LOCALAPPDATA</c>.</param>
    public static RefreshDirectory Of(Func<string, string?> variable) => new(() => RootOf(variable));

    /// <summary>The page of a family.</summary>
    public string PageOf(RefreshFamily family) => Path.Join(_root.Value, family.Id + RefreshPage.Suffix);

    /// <summary>
    /// What is locked for a family: one of 256, so that files that are never deleted do not grow in number. Two families that share one wait for each other.
    /// </summary>
    public string LockOf(RefreshFamily family) => Path.Join(_root.Value, "family-" + family.Id[..2]);

    /// <summary>Every page that is there.</summary>
    public IEnumerable<string> Pages => Directory.Exists(_root.Value) ? Directory.EnumerateFiles(_root.Value, "*" + RefreshPage.Suffix) : [];

    /// <summary>Makes sure that only its owner can change what is in the directory.</summary>
    public void Verify() => Home.Verify(_root.Value);

    /// <summary>Creates the directory for its owner alone.</summary>
    public void Create() => Home.Create(_root.Value);

    /// <summary>The family of a refresh token at an issuer, by the key of this directory; the key is made with the first.</summary>
    public RefreshFamily FamilyOf(Uri issuer, Secret refreshToken) =>
        new(refreshToken.Fingerprint(HMACSHA256.HashData(_key ??= LoadKey(), Encoding.UTF8.GetBytes(issuer.AbsoluteUri))));

    /// <exception cref="ChatAuthException"><c>state-unsafe</c>: the environment names no home.</exception>
    private static string RootOf(Func<string, string?> variable)
    {
        var state = variable("XDG_STATE_HOME");
        if (OperatingSystem.IsWindows()) state = variable("LOCALAPPDATA");
        if (!Path.IsPathFullyQualified(state ?? ""))
        {
            var home = variable("HOME");
            if (!Path.IsPathFullyQualified(home ?? "")) throw new ChatAuthException(ErrorCode.StateUnsafe, "HOME: no absolute path");
            state = Path.Join(home, ".local", "state");
        }
        return Path.Join(state, "chatauth", "refresh");
    }

    private StateDirectory Home => new(Path.GetDirectoryName(_root.Value)!);

    private byte[] LoadKey()
    {
        var path = Path.Join(_root.Value, "family.key");
        Verify();
        if (PrivateFile.Read(path, allowGroupReadable: false) is not { } content)
        {
            Create();
            AtomicFile.TryCreate(path, RandomNumberGenerator.GetBytes(InstallationKey.Length));
            content = PrivateFile.Read(path, allowGroupReadable: false) ?? throw new ChatAuthException(ErrorCode.StoreUnreadable, path);
        }
        return content.Bytes.Length == InstallationKey.Length
            ? content.Bytes.ToArray()
            : throw new ChatAuthException(ErrorCode.KeyDamaged, $"{path}: it is not {InstallationKey.Length} bytes long");
    }
}
