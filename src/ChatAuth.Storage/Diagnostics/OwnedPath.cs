using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Diagnostics;

/// <summary>A file or directory of ours that is there, and who may do what with it.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="IsDirectory">It should be a directory.</param>
/// <param name="Permitted">The permissions that may be given.</param>
/// <param name="MayBeRoots">It may belong to root.</param>
internal sealed record OwnedPath(string Path, bool IsDirectory, UnixFileMode Permitted, bool MayBeRoots = false)
{
    public const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode OthersRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode OthersEnter = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Everything below the state directory that is ours by name; what else lies there is not looked at.</summary>
    public static IReadOnlyList<OwnedPath> In(StateDirectory state, bool allowGroupReadable)
    {
        var agents = state.ListAgents();
        var stores = agents.Select(state.CredentialsOf).ToList();
        return
        [
            .. new[] { state.Keys, System.IO.Path.Combine(state.Location, "agents") }
                .Concat(stores.SelectMany(store => new[] { System.IO.Path.GetDirectoryName(System.IO.Path.GetDirectoryName(store))!, System.IO.Path.GetDirectoryName(store)! }))
                .Where(Directory.Exists).Select(path => new OwnedPath(path, true, Owner | UnixFileMode.UserExecute | OthersRead | OthersEnter, MayBeRoots: true)),
            .. new[] { System.IO.Path.Combine(state.Location, "chatauth.json") }.Where(Exists).Select(path => new OwnedPath(path, false, Owner | OthersRead, MayBeRoots: true)),
            .. new[] { System.IO.Path.Combine(state.Location, ".env"), System.IO.Path.Combine(state.Location, ListingFile.Name), state.Database, state.Database + "-wal", state.Database + "-shm" }
                .Concat(KeysIn(state)).Where(Exists).Select(path => new OwnedPath(path, false, Owner)),
            .. stores.Where(Exists).Select(path => new OwnedPath(path, false, allowGroupReadable ? Owner | UnixFileMode.GroupRead : Owner, allowGroupReadable)),
        ];
    }

    /// <summary>What is at the path, links followed; null when it went away.</summary>
    public FileStatus? Find() => FileStatus.Find(Path);

    private static IEnumerable<string> KeysIn(StateDirectory state) => Directory.Exists(state.Keys) ? Directory.EnumerateFiles(state.Keys, "*.key") : [];

    /// <summary>Anything: also what is no file.</summary>
    private static bool Exists(string path) => System.IO.Path.Exists(path);
}
