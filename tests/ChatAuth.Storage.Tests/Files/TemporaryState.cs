using System.Text;
using ChatAuth.Core.Credentials;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Tests.Files;

/// <summary>A state directory of a test's own, gone afterwards.</summary>
internal sealed class TemporaryState : IDisposable
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("chatauth-");

    public TemporaryState() => State = new StateDirectory(_directory.FullName);

    public StateDirectory State { get; }

    public string Root => _directory.FullName;

    /// <summary>The main agent's store.</summary>
    public string Store => State.CredentialsOf(AgentId.Main);

    public CredentialFileStore Open(bool allowGroupReadable = false, TimeProvider? time = null) =>
        new(State, new FileStoreOptions { AllowGroupReadable = allowGroupReadable }, time ?? TimeProvider.System);

    /// <summary>Writes the main agent's store, for its owner alone.</summary>
    public void Write(string json) => Write(Store, Encoding.UTF8.GetBytes(json));

    public void Write(string path, byte[] bytes)
    {
        State.Create(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        SetMode(path, OwnerOnly);
    }

    public static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);

    public static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, mode);
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
