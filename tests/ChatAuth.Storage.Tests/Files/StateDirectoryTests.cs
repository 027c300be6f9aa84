using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Tests.Files;

public sealed class StateDirectoryTests
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Test]
    public void Paths_are_those_of_the_original()
    {
        var state = new StateDirectory("/var/lib/bot/");

        Assert.That(
            new[] { state.CredentialsOf(AgentId.Main), state.Keys, state.Database },
            Is.EqualTo(new[] { "/var/lib/bot/agents/main/agent/auth-profiles.json", "/var/lib/bot/keys", "/var/lib/bot/chatauth.db" }.Select(Path.GetFullPath)));
    }

    [Test]
    public void Create_makes_every_directory_private()
    {
        Needs.Unix();
        using var temporary = new TemporaryState();
        var state = new StateDirectory(Path.Combine(temporary.Root, "state"));
        var inside = Path.Combine(state.Location, "agents", "main");

        state.Create(inside);

        var modes = new[] { state.Location, Path.GetDirectoryName(inside)!, inside }.Select(TemporaryState.ModeOf);
        Assert.That(modes, Is.All.EqualTo(Private));
    }

    [Test]
    public void Verify_accepts_a_directory_that_does_not_exist()
    {
        using var temporary = new TemporaryState();
        var state = new StateDirectory(Path.Combine(temporary.Root, "absent"));

        Assert.That(() => state.Verify(), Throws.Nothing);
    }

    [TestCase(UnixFileMode.GroupWrite)]
    [TestCase(UnixFileMode.OtherWrite)]
    public void Verify_refuses_a_directory_that_others_can_write(UnixFileMode extra)
    {
        Needs.Unix();
        using var temporary = new TemporaryState();
        TemporaryState.SetMode(temporary.Root, Private | extra);

        Assert.That(() => temporary.State.Verify(), Fails.With(ErrorCode.StateUnsafe));
    }

    [Test]
    public void Verify_refuses_a_directory_of_another_user()
    {
        Needs.Root();
        using var temporary = new TemporaryState();
        Needs.Run("chown", "65534", temporary.Root);

        Assert.That(() => temporary.State.Verify(), Fails.With(ErrorCode.StateUnsafe));
    }

    [Test]
    public void Verify_refuses_a_file()
    {
        using var temporary = new TemporaryState();
        temporary.Write("{}");

        Assert.That(() => new StateDirectory(temporary.Store).Verify(), Fails.With(ErrorCode.StateUnsafe));
    }

    [Test]
    public void ReadOwned_gives_what_others_may_only_read()
    {
        using var temporary = new TemporaryState();
        WriteOwned(temporary, TemporaryState.OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        Assert.That(temporary.State.ReadOwned("owned.json"), Is.EqualTo("{}"u8.ToArray()));
    }

    [Test]
    public void ReadOwned_of_no_file_is_null()
    {
        using var temporary = new TemporaryState();

        Assert.That(temporary.State.ReadOwned("owned.json"), Is.Null);
    }

    [TestCase(UnixFileMode.GroupWrite)]
    [TestCase(UnixFileMode.OtherWrite)]
    public void ReadOwned_refuses_a_file_that_others_can_write(UnixFileMode extra)
    {
        Needs.Unix();
        using var temporary = new TemporaryState();
        WriteOwned(temporary, TemporaryState.OwnerOnly | extra);

        Assert.That(() => temporary.State.ReadOwned("owned.json"), Fails.With(ErrorCode.StateUnsafe));
    }

    [Test]
    public void ReadOwned_refuses_a_file_of_another_user()
    {
        Needs.Root();
        using var temporary = new TemporaryState();
        WriteOwned(temporary, TemporaryState.OwnerOnly);
        Needs.Run("chown", "65534", Path.Combine(temporary.Root, "owned.json"));

        Assert.That(() => temporary.State.ReadOwned("owned.json"), Fails.With(ErrorCode.StateUnsafe));
    }

    [Test, CancelAfter(5000)]
    public void ReadOwned_refuses_a_pipe_without_waiting_for_a_writer()
    {
        Needs.Unix();
        using var temporary = new TemporaryState();
        Needs.Run("mkfifo", "-m", "600", Path.Combine(temporary.Root, "owned.json"));

        Assert.That(() => temporary.State.ReadOwned("owned.json"), Fails.With(ErrorCode.StateUnsafe));
    }

    private static void WriteOwned(TemporaryState temporary, UnixFileMode mode)
    {
        var path = Path.Combine(temporary.Root, "owned.json");
        temporary.Write(path, "{}"u8.ToArray());
        TemporaryState.SetMode(path, mode);
    }
}
