using ChatAuth.Storage.Tests.Files;
using ChatAuth.Storage.Variables;

namespace ChatAuth.Storage.Tests.Variables;

/// <summary>A user whose login shell is a script of the test's: the real shell after it has read a profile.</summary>
internal sealed class FakeShell(TemporaryState state)
{
    /// <summary>Where a profile can leave something for the test.</summary>
    public string Trace => Path.Combine(state.Root, "trace");

    /// <summary>The login shell of a user with that profile.</summary>
    public LoginShell With(string profile, double seconds = 20)
    {
        var path = Path.Combine(state.Root, "shell");
        File.WriteAllText(path, $"#!/bin/sh\n{profile}\n[ \"$1 $2\" = '-l -c' ] && eval \"$3\"\n");
        TemporaryState.SetMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return At(path, seconds);
    }

    /// <summary>The login shell of a user whose shell is that program.</summary>
    public LoginShell At(string path, double seconds = 20) =>
        new(TimeProvider.System, () => new ShellAccount("tester", state.Root, path), TimeSpan.FromSeconds(seconds));
}
