using System.Globalization;
using System.Text;
using System.Text.Json;
using ChatAuth.Core.Credentials;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Imports;

/// <summary>
/// Lets the login of Claude Code be refreshed by us, under the two locks that it takes for that itself. A login in the Keychain is never written: there,
/// nobody gets the locks.
/// </summary>
/// <param name="home">The user's home directory.</param>
/// <param name="time">The clock of the locks.</param>
internal sealed class ClaudeCodeWriteBack(string home, TimeProvider time) : IWritableCredentialSource
{
    private readonly string _directory = Path.Join(home, ".claude");

    public string Name => "claude-cli";

    /// <summary>Temporary files of ours that killed write-backs left beside the login; they can hold tokens.</summary>
    public IReadOnlyList<string> Orphans
    {
        get
        {
            if (home.Length == 0) return [];
            var target = AtomicFile.Resolve(Credentials);
            var directory = Path.GetDirectoryName(target)!;
            return Directory.Exists(directory) ? [.. TemporaryFile.FindAll(directory).Where(found => found.Target == target).Select(found => found.Path)] : [];
        }
    }

    private string Credentials => Path.Join(_directory, ".credentials.json");

    public Task<ISourceLock?> TakeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<ISourceLock?>(TryTake());
    }

    /// <summary>Removes a temporary file under the program's locks; false while another holds them.</summary>
    public async ValueTask<bool> TryRemoveAsync(string orphan)
    {
        await using var held = Lock();
        if (held is not null) File.Delete(orphan);
        return held is not null;
    }

    private Held? TryTake() => home.Length == 0 || !File.Exists(Credentials) ? null : Lock();

    private Held? Lock()
    {
        if (DirectoryLock.TryTake(Path.Join(_directory, ".oauth_refresh.lock"), time) is not { } refresh) return null;
        try
        {
            if (DirectoryLock.TryTake(_directory + ".lock", time) is { } whole) return new Held(Credentials, refresh, whole);
        }
        catch
        {
            refresh.Dispose();
            throw;
        }
        refresh.Dispose();
        return null;
    }

    private sealed class Held(string path, DirectoryLock refresh, DirectoryLock whole) : ISourceLock
    {
        private const string Login = "claudeAiOauth";
        private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

        public Credential.OAuth? Read()
        {
            using var document = Parse(ReadBytes());
            if (document?.RootElement.Find(Login, JsonValueKind.Object) is not { } login) return null;
            Secret.TryCreate(login.Text("accessToken"), out var access);
            return Secret.TryCreate(login.Text("refreshToken"), out var token) ? new Credential.OAuth(access, token, login.Moment("expiresAt")) : null;
        }

        public bool Replace(Secret expected, Credential.OAuth login)
        {
            if (Read()?.Refresh is not { } there || !there.Equals(expected) || login is not { Access: { } access, Refresh: { } token }) return false;
            var whole = SpelledObject.Parse(ReadBytes()!.Value);
            var inner = whole.Inside(Login)
                .With("accessToken", SpelledObject.Spell(access.Reveal()))
                .With("refreshToken", SpelledObject.Spell(token.Reveal()));
            if (login.Expires is { } ends)
            {
                inner = inner.With("expiresAt", Encoding.ASCII.GetBytes(ends.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
            }
            var target = AtomicFile.Resolve(path);
            AtomicFile.RemoveOrphans(target);
            AtomicFile.Replace(target, whole.With(Login, inner.ToJson()).ToJson().Span, allowGroupReadable: false);
            return true;
        }

        public ValueTask DisposeAsync()
        {
            whole.Dispose();
            refresh.Dispose();
            return ValueTask.CompletedTask;
        }

        private ReadOnlyMemory<byte>? ReadBytes() => PrivateFile.Read(path, allowGroupReadable: false)?.Bytes;

        private static JsonDocument? Parse(ReadOnlyMemory<byte>? bytes)
        {
            try
            {
                return bytes is { } json ? JsonDocument.Parse(json, Strict) : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
