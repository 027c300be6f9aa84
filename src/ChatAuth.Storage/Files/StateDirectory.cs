using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;

namespace ChatAuth.Storage.Files;

/// <summary>Where an installation keeps what it remembers, and the paths inside. Making one touches no disk.</summary>
public sealed class StateDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Names the directory; a relative path is taken from the working directory.</summary>
    /// <param name="path">The path, such as <c>/home/me/.chatauth</c>; it need not exist.</param>
    public StateDirectory(string path) => Location = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>The full path.</summary>
    public string Location { get; }

    /// <summary>The session database.</summary>
    public string Database => Path.Combine(Location, "chatauth.db");

    /// <summary>The directory of this installation's keys.</summary>
    public string Keys => Path.Combine(Location, "keys");

    /// <summary>The credential store of an agent.</summary>
    public string CredentialsOf(AgentId agent) => Path.Combine(Location, "agents", agent.Name, "agent", "auth-profiles.json");

    /// <summary>The main agent, and every agent that has a directory here, by name.</summary>
    /// <exception cref="ChatAuthException"><c>store-unreadable</c>.</exception>
    public IReadOnlyList<AgentId> ListAgents()
    {
        var agents = new List<AgentId> { AgentId.Main };
        var all = Path.Combine(Location, "agents");
        try
        {
            if (!Directory.Exists(all)) return agents;
            foreach (var name in Directory.EnumerateDirectories(all).Select(Path.GetFileName).Order(StringComparer.Ordinal))
            {
                if (AgentId.TryParse(name, out var agent) && agent.Name == name && !agent.IsMain) agents.Add(agent);
            }
            return agents;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ChatAuthException(ErrorCode.StoreUnreadable, all, failure);
        }
    }

    /// <summary>Makes sure that only its owner can change what is in the directory, and in those on the way to one inside. One that does not exist yet is safe.</summary>
    /// <param name="inside">The path of a directory inside; null for the directory itself.</param>
    /// <exception cref="ChatAuthException"><c>state-unsafe</c>: it is no directory, belongs to another user, or others can write to it.</exception>
    public void Verify(string? inside = null)
    {
        var path = inside ?? Location;
        if (path.Length > Location.Length) Verify(Path.GetDirectoryName(path)!);
        try
        {
            if (FileStatus.Find(path) is { } status && status.DirectoryObjection() is { } objection)
            {
                throw new ChatAuthException(ErrorCode.StateUnsafe, $"{path}: {objection}");
            }
        }
        catch (IOException failure)
        {
            throw new ChatAuthException(ErrorCode.StoreUnreadable, path, failure);
        }
    }

    /// <summary>Reads a file without secrets from the directory: others may read it, but only its owner or root may have written it.</summary>
    /// <param name="name">The file's name, such as <c>chatauth.json</c>.</param>
    /// <returns>The bytes; null when there is no file.</returns>
    /// <exception cref="ChatAuthException"><c>state-unsafe</c>: it is no regular file, another user's, or others can write to it. <c>store-unreadable</c>.</exception>
    public byte[]? ReadOwned(string name) => PrivateFile.ReadOwned(Path.Combine(Location, name))?.Bytes.ToArray();

    /// <summary>
    /// Changes such a file, or creates it, under a lock: after any crash it holds all old bytes or all new ones, which are its owner's alone to read.
    /// </summary>
    /// <param name="name">The file's name, such as <c>chatauth.json</c>.</param>
    /// <param name="edit">Gives the new bytes for those that are there, null for no file; null leaves it as it is. It is quick: the lock is held.</param>
    /// <param name="time">The clock of the waiting for the lock, at most 10 seconds.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="ChatAuthException">As for <see cref="ReadOwned"/>; <c>store-busy</c>, <c>lock-unproven</c> or <c>store-unwritable</c>.</exception>
    public async Task<bool> EditOwnedAsync(string name, Func<byte[]?, byte[]?> edit, TimeProvider time, CancellationToken cancellationToken)
    {
        Create(Location);
        var target = AtomicFile.Resolve(Path.Combine(Location, name));
        using var held = await FileLock.TakeAsync(target, time, cancellationToken).ConfigureAwait(false);
        AtomicFile.RemoveOrphans(target);
        if (edit(ReadOwned(name)) is not { } edited) return false;
        AtomicFile.Replace(target, edited, allowGroupReadable: false);
        return true;
    }

    /// <summary>Creates the directory and one inside it, with all between, for the owner alone. Existing ones stay as they are.</summary>
    /// <param name="inside">The path of a directory inside, such as <see cref="Keys"/>.</param>
    /// <exception cref="ChatAuthException"><c>state-unsafe</c>, or <c>store-unwritable</c>.</exception>
    public void Create(string inside)
    {
        Verify(inside);
        try
        {
            CreateEach(inside);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ChatAuthException(ErrorCode.StoreUnwritable, inside, failure);
        }
    }

    /// <summary>One by one, because .NET gives the mode to the last only.</summary>
    private void CreateEach(string path)
    {
        if (path.Length > Location.Length) CreateEach(Path.GetDirectoryName(path)!);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnly);
    }
}
